import { dirname, join, resolve } from 'node:path';
import { intro, outro } from '@clack/prompts';
import { defineCommand } from 'citty';
import type { CheckResult } from '../../src/check.ts';
import { readAnswers } from '../../src/filing/given-answers.ts';
import { askPromise, type Interviewed, interview } from '../../src/filing/interview.ts';
import { Cancelled } from '../../src/filing/prompter.ts';
import { Recorder } from '../../src/filing/recording.ts';
import { isDay } from '../../src/form/dates.ts';
import { chooseDraft } from '../../src/io/choose-draft.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { DRAFTS, deleteDraft, saveDraft } from '../../src/io/drafts.ts';
import { fileNew, unitChoices } from '../../src/io/file-new.ts';
import { readForeignFile } from '../../src/io/read-foreign.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { say } from '../../src/io/say.ts';
import { terminalPrompter } from '../../src/io/terminal-prompter.ts';
import { localToday } from '../../src/io/today.ts';
import { ruleVersionOn } from '../../src/registry/office.ts';
import { filedText } from '../../src/report/filed-report.ts';
import { summarise } from '../../src/report/summary.ts';
import { nestingOf } from '../../src/text/nesting.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { aroundOf } from './guided.ts';

const args = {
  root: ROOT,
  answers: { type: 'string', description: '从 JSON 文件读答案（按栏目名），不提问' },
  today: { type: 'string', description: '填报日期，例如 2026-03-05（默认今天）' },
} as const;

/** `new`: a guided filing; or, with --answers, the same from a file. */
export const newCommand = defineCommand({
  meta: { name: 'new', description: '一问一答填一份新的申请或备案' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const today = given.today ?? localToday();
    if (!isDay(today)) stop(`--today 写成 2026-03-05 这样的日期，不能是「${today}」。`);
    if (given.answers === undefined && !process.stdin.isTTY) {
      stop('new 要在终端里一问一答。不在终端里的，把答案按栏目名写成 JSON，用 --answers 文件.json。');
    }
    const registry = await loadRegistry(given.root, today).catch((error: unknown) =>
      stop(`读不到文件夹 ${given.root}：${diskReason(error)}`),
    );
    if (!registry.office || registry.units.size === 0)
      stop('office.yaml 或 units.yaml 读不出来，先改好它（运行 check 看错在哪里）。');
    const stamp = { today, ruleVersion: ruleVersionOn(registry.office, today) };
    const save = (filing: Interviewed) =>
      fileNew(given.root, filing, stamp).catch((error: unknown) =>
        stop(`写文件时出错：${diskReason(error)}`),
      );
    const filed =
      given.answers === undefined
        ? await ask(given.root, registry, stamp, save)
        : await save(readGiven(given.answers, registry));
    say(filedText(given.root, filed.file, filed.result));
    process.exitCode = summarise(filed.result).ok ? EXIT.ok : EXIT.findings;
  },
});

interface Filed {
  readonly file: string;
  readonly result: CheckResult;
}

async function ask(
  root: string,
  { units }: CheckResult,
  stamp: Parameters<typeof aroundOf>[1],
  save: (filing: Interviewed) => Promise<Filed>,
): Promise<Filed> {
  const folder = join(dirname(resolve(root)), DRAFTS);
  const terminal = terminalPrompter();
  intro('填一份新的申请或备案。随时可以按 Ctrl-C 停下，答过的都存着，下次接着填。');
  try {
    const draft = await chooseDraft(terminal, folder);
    await askPromise(terminal);
    const recorder = new Recorder(terminal, draft.transcript, (transcript) =>
      saveDraft(folder, { id: draft.id, transcript, savedAt: Date.now() }),
    );
    const around = aroundOf(readRegistryFiles(root), stamp);
    const filed = await save(await interview(recorder, unitChoices(units), around));
    deleteDraft(folder, draft.id);
    outro('填完了。');
    return filed;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    stop('停下了。答过的存在草稿里，再运行 new 可以接着填。', EXIT.ok);
  }
}

function readGiven(file: string, { units }: CheckResult): Interviewed {
  const text = readForeignFile(file);
  if ('fault' in text) stop(text.fault);
  const read = readAnswers(parseObject(file, text.text), units);
  if ('complaints' in read)
    stop(
      ['没有写文件，先改好这些答案：', ...read.complaints.map((one) => `  ${one}`)].join('\n'),
      EXIT.findings,
    );
  return read;
}

/** 意见 → 申报单位 → 日期 are three, in a list four. */
const MAX_NESTING = 20;

function parseObject(file: string, text: string): Readonly<Record<string, unknown>> {
  if (nestingOf(text) > MAX_NESTING)
    stop(`${file} 里的括号套了 ${MAX_NESTING} 层以上，不是按栏目名写的答案。`);
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    const line = /\(line (\d+) /.exec(String(error))?.[1];
    if (line !== undefined)
      stop(
        `${file} 第 ${line} 行读不下去：引号、冒号、逗号用半角，每项之间一个逗号，最后一项后面不写；不写注释。`,
      );
    // Anything else is told below: to the person it is the same whether JSON or its shape is wrong.
  }
  stop(`${file} 不是按栏目名写的 JSON，例如 {"项目名称": "某平台"}。`);
}
