import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { defineCommand } from 'citty';
import { check } from '../../src/check.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { historyOf } from '../../src/io/history.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { say, warn } from '../../src/io/say.ts';
import { isKind, UNITS_FILE } from '../../src/registry/paths.ts';
import { readUnits } from '../../src/registry/read-settings.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { unitNames } from '../../src/registry/unit-names.ts';
import { type Format, REPORTS, type Reported, underFolder } from '../../src/report/index.ts';
import { summarise } from '../../src/report/summary.ts';
import { decode } from '../../src/text/decode.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { CHANGE_ARGS, dayOf, judgeGiven, repeated } from './given-change.ts';

const FORMATS = Object.keys(REPORTS) as Format[];

const ARGS = {
  root: ROOT,
  format: { type: 'string', description: `输出格式：${FORMATS.join('、')}`, default: 'pretty' },
  base: { type: 'string', description: '与这个版本比较，只判断改动（分支名、标签或提交编号）' },
  fix: {
    type: 'boolean',
    description: '先把有把握的改好：日期、金额、冒号、缩进、编码、单位全称；改了什么逐条列出',
  },
  ...CHANGE_ARGS,
} as const;

/** `check [paths…]`: the whole registry is read, and the named files (or all) are judged. */
export const checkCommand = defineCommand({
  meta: { name: 'check', description: '核对项目文件，逐条说明问题和改法' },
  args: ARGS,
  run: async ({ args, rawArgs }) => {
    const given = { ...args, opens: repeated(rawArgs, 'open') };
    refuseUnknown(args, Object.keys(ARGS));
    const format = oneOf('format', given.format, FORMATS);
    const today = dayOf(given.today);
    const root = await findRoot(given.root, given._);
    if (given.fix === true) await fix(root, given);
    const { result, source } =
      given.base === undefined
        ? await checkAll(root, given, today)
        : await checkChange(root, given.base, given, today);
    const folder = seenFrom(process.cwd(), root);
    const report = REPORTS[format](underFolder(result, folder), linesFrom(source, folder));
    if (report !== '') say(report, format);
    process.exitCode = summarise(result).ok ? EXIT.ok : EXIT.findings;
  },
});

/** Repairs what is certain in the named filings, or in all, and says each repair on standard error. */
async function fix(root: string, { _, base }: Given): Promise<void> {
  if (base !== undefined) stop('--fix 改现在的文件，不与 --base 一起写。');
  const files = readFiles(root);
  const named = _.length > 0 ? await namedFiles(root, _, files) : undefined;
  const chosen = files.filter(({ file }) => isKind('project', file) && (named?.has(file) ?? true));
  const { units } = readUnits(files.find(({ file }) => file === UNITS_FILE));
  // Few checks repair, and each would wait for what repairing takes.
  const { fixFilings } = await import('../../src/io/fix-filings.ts');
  try {
    warn(fixFilings(root, chosen, unitNames(units)));
  } catch (error) {
    stop(`写文件时出错：${diskReason(error)}`);
  }
}

/** Values of the options, as far as given. */
interface Given {
  readonly _: readonly string[];
  readonly head?: string | undefined;
  readonly base?: string | undefined;
  readonly actor?: string | undefined;
  readonly opens: readonly string[];
}

interface Checked {
  readonly result: Reported;
  readonly source: (file: string) => SourceFile | undefined;
}

async function checkAll(root: string, given: Given, today: string): Promise<Checked> {
  if (given.head !== undefined || given.actor !== undefined || given.opens.length > 0)
    stop('--head、--open 和 --actor 要与 --base 一起写。');
  const files = readFiles(root);
  const only = given._.length > 0 ? { only: await namedFiles(root, given._, files) } : {};
  const byName = new Map(files.map((source) => [source.file, source]));
  const result = check(files, { today, ...only, isEarlier: historyOf(root) });
  return { result, source: (file) => byName.get(file) };
}

async function checkChange(
  root: string,
  base: string,
  { _, head, actor, opens }: Given,
  today: string,
): Promise<Checked> {
  if (_.length > 0) stop('有 --base 时判断整个改动，不再写路径。');
  const { result } = await judgeGiven(root, { base, head, actor, opens, today });
  return { result, source: result.after.source };
}

function readFiles(root: string): readonly SourceFile[] {
  try {
    return readRegistryFiles(root);
  } catch (error) {
    stop(`读不到文件夹 ${root}：${diskReason(error)}`);
  }
}

/** The registry folder: --root, or the one in which all named paths lie when they lie in another. */
async function findRoot(root: string, paths: readonly string[]): Promise<string> {
  const given = resolve(root);
  const first = paths[0];
  if (first === undefined || isInside(given, resolve(first))) return given;
  for (let at = resolve(first); at !== dirname(at); at = dirname(at)) {
    const found = await stat(join(at, 'units.yaml')).catch(() => undefined);
    if (found?.isFile()) return at;
  }
  return given;
}

async function namedFiles(
  root: string,
  paths: readonly string[],
  files: readonly SourceFile[],
): Promise<Set<string>> {
  const named = new Set<string>();
  for (const path of paths) {
    const inside = relative(root, resolve(path)).replaceAll(sep, '/');
    const found = files.filter(
      ({ file }) => inside === '' || file === inside || file.startsWith(`${inside}/`),
    );
    if (!isInside(root, resolve(path)) || found.length === 0) stop(`登记库 ${root} 里没有「${path}」。`);
    for (const { file } of found) named.add(file);
  }
  return named;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** The folder as the reader would name it from where he stands. */
function seenFrom(here: string, folder: string): string {
  const path = isInside(here, folder) ? relative(here, folder) : folder;
  return path.replaceAll(sep, '/');
}

function linesFrom(
  source: (file: string) => SourceFile | undefined,
  folder: string,
): (file: string) => readonly string[] | undefined {
  const bare = (file: string): string => (folder === '' ? file : file.slice(folder.length + 1));
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    const bytes = known.has(file) ? undefined : source(bare(file))?.bytes;
    if (!known.has(file)) known.set(file, bytes && decode(bytes).text.split('\n'));
    return known.get(file);
  };
}
