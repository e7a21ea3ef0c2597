import type { Touched } from '../gate/touched.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { MAX_READ } from '../text/hostile/refuse.ts';
import { belongs, type GitFolder, MAX_NEW, readBlobs, withinBudget } from './git.ts';
import { runGit } from './run-git.ts';
import { UsageError } from './usage-error.ts';

const NULL = '\0';
const ABSENT = '000000';
const SUBMODULE = '160000';

/** One side of a file that differs. */
interface Side {
  readonly mode: string;
  readonly blob: string;
  readonly size: number;
}

interface Pair {
  readonly path: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/**
 * The files of a registry folder in which two commits differ, sorted by path, as `touchedFiles` finds them in two whole
 * readings; only these are read. What the second side brings along is read up to a budget, the smallest first.
 */
export async function readTouched(
  { repository, folder }: GitFolder,
  from: string,
  to: string,
): Promise<readonly Touched[]> {
  const differing = (await listDiffering(repository, folder, from, to)).filter(({ path }) =>
    belongs(path, folder),
  );
  const sizes = await sizesOf(repository, differing);
  const pairs = differing.map(
    ({ path, modes: [old = '', now = ''], blobs: [was = '', is = ''] }): Pair => ({
      path,
      before: sideOf(old, was, sizes),
      after: sideOf(now, is, sizes),
    }),
  );
  const before = pairs.flatMap((one) => one.before ?? []).filter(isRead);
  const known = new Set(before.map(({ blob }) => blob));
  const fresh = pairs
    .flatMap(({ path, after }) => (after ? [{ ...after, path, type: 'blob' }] : []))
    .filter((side) => isRead(side) && !known.has(side.blob));
  const wanted = withinBudget(fresh, MAX_NEW);
  const left = new Set(fresh.filter((side) => !wanted.includes(side)).map(({ blob }) => blob));
  const blobs = await readBlobs(repository, [...new Set([...before, ...wanted].map(({ blob }) => blob))]);
  const file = (path: string): string => (folder === '' ? path : path.slice(folder.length + 1));
  const sourceOf = (path: string, side: Side, isLeft: boolean): SourceFile => ({
    file: file(path),
    bytes: blobs.get(side.blob) ?? new Uint8Array(),
    mode: side.mode,
    blob: side.blob,
    ...(side.size > MAX_READ || isLeft ? { size: side.size } : {}),
  });
  return pairs
    .map((one) => ({
      file: file(one.path),
      ...(one.before ? { before: sourceOf(one.path, one.before, false) } : {}),
      ...(one.after ? { after: sourceOf(one.path, one.after, left.has(one.after.blob)) } : {}),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isRead({ mode, size }: Side): boolean {
  return mode !== SUBMODULE && size <= MAX_READ;
}

function sideOf(mode: string, blob: string, sizes: ReadonlyMap<string, number>): Side | undefined {
  return mode === ABSENT ? undefined : { mode, blob, size: sizes.get(blob) ?? 0 };
}

interface Differing {
  readonly path: string;
  readonly modes: readonly string[];
  readonly blobs: readonly string[];
}

/** Of `:100644 100644 9d1f… 77ab… M`, then the path. */
async function listDiffering(
  repository: string,
  folder: string,
  from: string,
  to: string,
): Promise<readonly Differing[]> {
  const raw = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', '--no-abbrev'];
  const below = folder === '' ? [] : ['--', `:(top,literal)${folder}/`];
  const found = await runGit(repository, [...raw, '--no-ext-diff', '--no-textconv', from, to, ...below]);
  if (found.code !== 0) throw new UsageError(`比较不了两个版本：${found.err.slice(0, 200)}`);
  const parts = found.out.toString('utf8').split(NULL);
  return parts.flatMap((part, at) => {
    if (!part.startsWith(':') || at % 2 === 1) return [];
    const [old = '', now = '', was = '', is = ''] = part.slice(1).split(' ');
    return [{ path: parts[at + 1] ?? '', modes: [old, now], blobs: [was, is] }];
  });
}

async function sizesOf(
  repository: string,
  differing: readonly Differing[],
): Promise<ReadonlyMap<string, number>> {
  const ids = differing.flatMap(({ modes, blobs }) =>
    blobs.filter((_, at) => modes[at] !== ABSENT && modes[at] !== SUBMODULE),
  );
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const found = await runGit(repository, ['cat-file', '--batch-check', '--buffer'], `${wanted.join('\n')}\n`);
  const lines = found.out.toString('latin1').split('\n');
  return new Map(
    wanted.map((id, at) => {
      const [, type, size] = lines[at]?.split(' ') ?? [];
      if (type !== 'blob')
        throw new UsageError(`版本库里缺少对象 ${id.slice(0, 12)}；浅克隆的先取回全部历史。`);
      return [id, Number(size)];
    }),
  );
}
