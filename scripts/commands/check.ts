import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { defineCommand } from 'citty';
import { check } from '../../src/check.ts';
import { isDay } from '../../src/form/dates.ts';
import { judgeChange } from '../../src/gate/judge-change.ts';
import { openFilings } from '../../src/gate/open-filings.ts';
import { readChange } from '../../src/io/read-change.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { localToday } from '../../src/io/today.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { type Format, REPORTS, type Reported, underFolder } from '../../src/report/index.ts';
import { summarise } from '../../src/report/summary.ts';
import { decode } from '../../src/text/decode.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';

const FORMATS = Object.keys(REPORTS) as Format[];

const ARGS = {
  root: ROOT,
  format: { type: 'string', description: `输出格式：${FORMATS.join('、')}`, default: 'pretty' },
  base: { type: 'string', description: '与这个版本比较，只判断改动（分支名、标签或提交编号）' },
  head: { type: 'string', description: '改动后的版本；不写就是现在的文件' },
  open: { type: 'string', description: '还没有并入的其他提交，一并查重；可以写几次' },
  actor: { type: 'string', description: '提交人账号的数字编号，核对他能不能改这些文件' },
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
} as const;

/** `check [paths…]`: the whole registry is read, and the named files (or all) are judged. */
export const checkCommand = defineCommand({
  meta: { name: 'check', description: '核对项目文件，逐条说明问题和改法' },
  args: ARGS,
  run: async ({ args, rawArgs }) => {
    const given = { ...args, opens: repeated(rawArgs, 'open') };
    refuseUnknown(args, Object.keys(ARGS));
    const format = oneOf('format', given.format, FORMATS);
    const today = given.today ?? localToday();
    if (!isDay(today)) stop(`--today 写成 2026-03-05 这样的日期，不能是「${today}」。`);
    const root = await findRoot(given.root, given._);
    const { result, files } =
      given.base === undefined
        ? await checkAll(root, given, today)
        : await checkChange(root, given.base, given, today);
    const folder = seenFrom(process.cwd(), root);
    const report = REPORTS[format](underFolder(result, folder), linesFrom(files, folder));
    if (report !== '') console.log(report);
    process.exitCode = summarise(result).ok ? EXIT.ok : EXIT.findings;
  },
});

/** Values of the options, as far as given. */
interface Given {
  readonly _: readonly string[];
  readonly head?: string | undefined;
  readonly actor?: string | undefined;
  readonly opens: readonly string[];
}

interface Checked {
  readonly result: Reported;
  readonly files: readonly SourceFile[];
}

async function checkAll(root: string, given: Given, today: string): Promise<Checked> {
  if (given.head !== undefined || given.actor !== undefined || given.opens.length > 0)
    stop('--head、--open 和 --actor 要与 --base 一起写。');
  const files = readFiles(root);
  const only = given._.length > 0 ? { only: await namedFiles(root, given._, files) } : {};
  return { result: check(files, { today, ...only }), files };
}

async function checkChange(
  root: string,
  base: string,
  { _, head, actor, opens }: Given,
  today: string,
): Promise<Checked> {
  if (_.length > 0) stop('有 --base 时判断整个改动，不再写路径。');
  if (actor !== undefined && !/^\d{1,20}$/.test(actor))
    stop(`--actor 写账号的数字编号，不能是「${actor}」。`);
  try {
    const { others, ...change } = await readChange(root, base, head, opens);
    const open = others.flatMap((one) => openFilings(one.base, one.head, one.revision));
    return { result: judgeChange({ ...change, actor, today, open }), files: change.head };
  } catch (error) {
    if (error instanceof UsageError) stop(error.message);
    throw error;
  }
}

/** Every value of an option that may stand several times; the parser of the command line keeps the last only. */
function repeated(raw: readonly string[], option: string): readonly string[] {
  return raw.flatMap((word, at) => {
    if (word.startsWith(`--${option}=`)) return [word.slice(option.length + 3)];
    const value = word === `--${option}` ? raw[at + 1] : undefined;
    return value === undefined ? [] : [value];
  });
}

function readFiles(root: string): readonly SourceFile[] {
  try {
    return readRegistryFiles(root);
  } catch (error) {
    stop(`读不到文件夹 ${root}：${error instanceof Error ? error.message : String(error)}`);
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
  files: readonly SourceFile[],
  folder: string,
): (file: string) => readonly string[] | undefined {
  const byName = new Map(files.map(({ file, bytes }) => [folder === '' ? file : `${folder}/${file}`, bytes]));
  return (file) => {
    const bytes = byName.get(file);
    return bytes && decode(bytes).text.split('\n');
  };
}
