import { dirname, join, resolve } from 'node:path';
import { intro, outro } from '@clack/prompts';
import { defineCommand } from 'citty';
import { check } from '../../src/check.ts';
import { editFiled, filedValues } from '../../src/declare/edit-filed.ts';
import { askPromise, type Interviewed, interview } from '../../src/filing/interview.ts';
import { Cancelled } from '../../src/filing/prompter.ts';
import { type Answered, Recorder } from '../../src/filing/recording.ts';
import { revisedValues } from '../../src/filing/revise.ts';
import { seedAnswers } from '../../src/filing/seed-answers.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { DRAFTS, deleteDraft, listDrafts, saveDraft } from '../../src/io/drafts.ts';
import { type EntryFile, openEntry, writeEntry } from '../../src/io/entry-file.ts';
import { unitChoices } from '../../src/io/file-new.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { say } from '../../src/io/say.ts';
import { terminalPrompter } from '../../src/io/terminal-prompter.ts';
import { ruleVersionOn } from '../../src/registry/office.ts';
import { filedText } from '../../src/report/filed-report.ts';
import { summarise } from '../../src/report/summary.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { aroundOf } from './guided.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';
import { orStop } from './the-entry.ts';

const args = {
  root: ROOT,
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
} as const;

/** `edit <id>`: the questions of `new` over a filing that is there; what is not changed stays letter for letter. */
export const editCommand = defineCommand({
  meta: { name: 'edit', description: '改一份已有的项目文件，问法和 new 一样' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const [id, ...more] = given._;
    if (id === undefined) stop('没有说改哪个项目。写项目编号（单位代码/文件名），或者登记号。');
    if (more.length > 0) stop('一次改一个项目。');
    if (!process.stdin.isTTY)
      stop('edit 要在终端里一问一答。不在终端里的，用编辑器改项目文件，再执行 check。');
    const registry = openRegistry(given.root, given.today);
    const entry = findEntry(registry, id);
    const file = orStop(openEntry(registry.root, entry.id), EXIT.usage);
    await revise(registry, file);
  },
});

/** The fields that an earlier sitting has changed. */
function changedFields(seeds: readonly Answered[], kept: readonly Answered[]): ReadonlySet<string> {
  const before = new Map(seeds.map(({ key, answer }) => [key, JSON.stringify(answer)]));
  const changed = kept.filter(({ key, answer }) => before.get(key) !== JSON.stringify(answer));
  return new Set(changed.map(({ key }) => key.split('/')[0] ?? key));
}

async function revise(registry: Registry, file: EntryFile): Promise<void> {
  const { text, read } = file;
  const { root, today, result } = registry;
  const { entry } = read;
  if (!result.office) stop('office.yaml 读不出来，先改好它（运行 check 看错在哪里）。');
  const filed = filedValues(text);
  const folder = join(dirname(resolve(root)), DRAFTS);
  const draftId = `edit-${entry.id.replace('/', '-')}`;
  const kept = listDrafts(folder).find((draft) => draft.id === draftId);
  const terminal = terminalPrompter();
  intro(`改「${entry.filing.name ?? entry.id}」。先列出现在填的，写序号改哪一项；没有改的一个字也不动。`);
  try {
    await askPromise(terminal);
    const seeds = seedAnswers(filed, entry.unit);
    const begun = changedFields(seeds, kept?.transcript ?? []);
    const recorder = new Recorder(terminal, [...seeds, ...(kept?.transcript ?? [])], (transcript) =>
      saveDraft(folder, { id: draftId, transcript, savedAt: Date.now() }),
    );
    const isTouched = (label: string): boolean => begun.has(label) || recorder.isTouched(label);
    const textOf = ({ values, route }: Interviewed): string =>
      editFiled(text, revisedValues(filed, values, isTouched), route.form);
    const stamp = { today, ruleVersion: ruleVersionOn(result.office, today) };
    const around = { ...aroundOf(registry.files, stamp, textOf, entry.id), filed };
    const edited = textOf(await interview(recorder, unitChoices(result.units), around));
    if (edited === text) {
      deleteDraft(folder, draftId);
      outro('没有改动。');
      return;
    }
    orStop(writeEntry(file, edited), EXIT.findings);
    deleteDraft(folder, draftId);
    outro('改好了。');
  } catch (error) {
    if (error instanceof Cancelled)
      stop('停下了，文件没有改。答过的存在草稿里，再运行 edit 可以接着改。', EXIT.ok);
    stop(`写文件时出错：${diskReason(error)}`);
  }
  const checked = check(readRegistryFiles(root), { today, only: new Set([entry.file]) });
  say(filedText(root, entry.file, checked));
  process.exitCode = summarise(checked).ok ? EXIT.ok : EXIT.findings;
}
