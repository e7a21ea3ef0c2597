import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { ForgeKind, Opened } from '../../src/forge/forge.ts';
import { type HandInResult, handIn, ownFiles } from '../../src/forge/hand-in.ts';
import { say, warn } from '../../src/io/say.ts';
import { projectFile } from '../../src/registry/paths.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { decode } from '../../src/text/decode.ts';
import type { Finding } from '../../src/text/finding.ts';
import { visible } from '../../src/text/inert.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { FORGE_ARGS, givenForge, stopAt } from './given-forge.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';

const ARGS = {
  root: ROOT,
  ...FORGE_ARGS,
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
  'dry-run': { type: 'boolean', description: '只核对，不送出', default: false },
} as const;

/** `submit <id>`: a filing on its way to the office, over whichever forge; refused here when something blocks. */
export const submitCommand = defineCommand({
  meta: { name: 'submit', description: '送件：核对一份申报，提交给办公室' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, [...Object.keys(ARGS), 'dryRun']);
    const [given, ...more] = args._;
    if (given === undefined) stop('写明送哪一份：单位代码/文件名，或项目文件的路径。');
    if (more.length > 0) stop('一次送一份。');
    const registry = openRegistry(args.root, args.today);
    const entry = findEntry(registry, given);
    const { forge, remote, branch, folder } = await givenForge(
      resolve(args.root),
      args,
      registry.result.office,
    );
    const files = ownFiles(registry.files, entry.id);
    const one = {
      id: entry.id,
      name: entry.filing.name ?? entry.id,
      form: entry.filing.form ?? '送件',
      unit: registry.result.units.get(entry.unit)?.name ?? entry.unit,
      files,
    };
    const place = { forge, remote, branch, folder, today: registry.today };
    const result = await handIn(one, place, args['dry-run']).catch((error: unknown) => {
      warn(`没有送出。草稿还在：${args.root}/${projectFile(entry.id)}`);
      return stopAt(error);
    });
    tell(result, registry, forge.kind);
  },
});

function tell(result: HandInResult, registry: Registry, kind: ForgeKind): void {
  if (result.kind === '没有改动') say('登记库里的和这份一样，没有要送的改动。');
  else if (result.kind === '没有送出') {
    warn(reportOf(result.findings, registry));
    stop('\n没有送出，什么都没有离开这台电脑。照「必改」改好，再送一次。', EXIT.findings);
  } else {
    if (result.findings.length > 0) say(`${reportOf(result.findings, registry)}\n`);
    const sent = result.kind === '送出了';
    say(sent ? sentText(result.opened, kind) : '可以送出：去掉 --dry-run 再执行一次。');
  }
}

function sentText({ isNew, isSame, web, said }: Opened, kind: ForgeKind): string {
  return [
    isSame
      ? '服务器上已经是这份内容，没有再送：办公室看到哪里，还算到哪里。'
      : isNew === false
        ? '送出了，原来的送件单已更新。'
        : '送出了。',
    ...(web === undefined ? [] : [`送件单：${visible(web)}`]),
    ...said.map((line) => `服务器：${visible(line)}`),
    '',
    kind === 'Git'
      ? '下一步：服务器当场核对过，结果在上面；以后要补正的，在原来的文件上改好，再送一次。'
      : '下一步：自动核对的结果写在送件单上；要补正的，在原来的文件上改好，再送一次。',
    '方案等附件和签字盖章的纸质表另行送办公室。受理由办公室决定。',
  ].join('\n');
}

function reportOf(findings: readonly Finding[], { files }: Registry): string {
  const byName = new Map(files.map(({ file, bytes }) => [file, bytes]));
  const lines = (file: string): readonly string[] | undefined => {
    const bytes = byName.get(file);
    return bytes && decode(bytes).text.split('\n');
  };
  return prettyReport({ checked: 1, findings }, lines);
}
