import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { MOST_BYTES, readHandedOver } from '../../src/filing/handed-over.ts';
import { MAX_ID } from '../../src/form/entry-id.ts';
import { judgeChange } from '../../src/gate/judge-change.ts';
import { changeFiles } from '../../src/io/change-files.ts';
import { commitFiles } from '../../src/io/commit-files.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { withLock } from '../../src/io/lock.ts';
import { readLimited } from '../../src/io/private-files.ts';
import { say, warn } from '../../src/io/say.ts';
import { randomSuffix, slugFor } from '../../src/io/slug.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { decode } from '../../src/text/decode.ts';
import { visible } from '../../src/text/inert.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry } from './registry-input.ts';

const ARGS = {
  root: ROOT,
  unit: { type: 'string', description: '放在哪个单位的文件夹（代码）；不写就看牵头主体和协调单位' },
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
  'dry-run': { type: 'boolean', description: '只核对，不放进登记库', default: false },
  commit: { type: 'boolean', description: '放好以后提交到版本库（不要的写 --no-commit）', default: true },
} as const;

/** `receive FILE`: what came by mail or on a stick, checked, put where it belongs, committed. */
export const receiveCommand = defineCommand({
  meta: { name: 'receive', description: '办公室收下交来的一份文件：核对、放好、提交' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, [...Object.keys(ARGS), 'dryRun', 'noCommit']);
    const [path, ...more] = args._;
    if (path === undefined) stop('写明收哪一份文件：.md，或填报页面给出的 .zip。');
    if (more.length > 0) stop('一次收一份。');
    const registry = openRegistry(args.root, args.today);
    const { units } = registry.result;
    const slug = (name: string, unit: string): string =>
      slugFor(name, randomSuffix(), MAX_ID - unit.length - 1);
    const handed = readHandedOver(path, readBytes(path), { units, unit: args.unit, slugFor: slug });
    if ('why' in handed) stop(visible(handed.why), EXIT.findings);
    const { id, files, read } = handed;
    const own = new Set(files.map(({ file }) => file));
    const head = [...registry.files.filter(({ file }) => !own.has(file)), ...files].sort(byFile);
    // The office takes it in for the unit: what blocks a unit's own change blocks this one.
    const actor = registry.result.office?.reviewers[0];
    const change = {
      base: registry.files,
      head,
      tip: registry.files,
      outside: [],
      actor,
      today: registry.today,
    };
    const { findings } = judgeChange(change);
    const about = findings.filter(({ file }) => own.has(file));
    const report = prettyReport({ checked: files.length, findings: about }, linesOf(files));
    if (about.some(({ severity }) => severity === 'error')) {
      warn(report);
      stop('\n没有收下，登记库没有变。把「必改」的几处退给申报单位补正。', EXIT.findings);
    }
    say(report);
    const isNew = !existsSync(join(registry.root, `projects/${id}.md`));
    if (args['dry-run']) return say(`\n可以收下，会放在 projects/${id}.md。`);
    putIn(registry.root, files);
    const name = read.entry.filing.name ?? id;
    say(`\n${isNew ? '收下了' : '收下了，换掉了原来的内容'}：「${visible(name)}」在 projects/${id}.md。`);
    if (args.commit) say(await committed(registry.root, [...own], id, isNew));
    say('这只是放进登记库；受理另用 record 记，登记号那时给。');
  },
});

async function committed(
  root: string,
  files: readonly string[],
  id: string,
  isNew: boolean,
): Promise<string> {
  const done = await commitFiles(root, files, `${isNew ? 'Receive' : 'Receive again'} ${id}`);
  return done.ok
    ? `提交了：${done.commit.slice(0, 12)}，只含这几份文件；推送以后公开。`
    : `没有提交：${done.why}`;
}

const byFile = (a: SourceFile, b: SourceFile): number => (a.file < b.file ? -1 : 1);

function readBytes(path: string): Uint8Array {
  try {
    return readLimited(resolve(path), MOST_BYTES);
  } catch (error) {
    if (error instanceof RangeError) stop(`文件超过 ${MOST_BYTES / 1024 / 1024} MB，收不下；附件另行送达。`);
    stop(`打不开 ${visible(path)}：${diskReason(error)}`);
  }
}

/** The filing and what belongs to it, together. */
function putIn(root: string, files: readonly SourceFile[]): void {
  try {
    withLock(root, () => changeFiles(root, files));
  } catch (error) {
    stop(`写不进 ${root}：${diskReason(error)}`);
  }
}

function linesOf(files: readonly SourceFile[]): (file: string) => readonly string[] | undefined {
  const byName = new Map(files.map(({ file, bytes }) => [file, bytes]));
  return (file) => {
    const bytes = byName.get(file);
    return bytes && decode(bytes).text.split('\n');
  };
}
