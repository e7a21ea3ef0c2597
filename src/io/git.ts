import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceFile } from '../registry/source-file.ts';
import { MAX_BYTES } from '../text/decode.ts';
import { MAX_READ } from '../text/hostile/refuse.ts';
import { runGit, runGitAside, runGitNow } from './run-git.ts';
import { UsageError } from './usage-error.ts';

/** A registry folder inside a Git repository. */
export interface GitFolder {
  /** Where Git commands are run. */
  readonly repository: string;
  /** The registry folder from the top of the tree, `registry` or empty. */
  readonly folder: string;
}

/** Letters of any script, digits and what branch names and `HEAD~1`, `v1^{}` need; never an option, never a path. */
const REVISION = /^[\p{L}\p{N}_@][\p{L}\p{N}_./@{}^~+-]{0,199}$/u;
const WHOLE_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NULL = '\0';

/**
 * The repository in which a registry folder lies, also a bare one (`repo.git/registry`) and also when the folder
 * is not checked out. Throws a UsageError when it lies in none.
 */
export async function findRepository(root: string): Promise<GitFolder> {
  let at = resolve(root);
  let rest = '';
  while (!isFolder(at) && at !== dirname(at)) {
    rest = rest === '' ? basename(at) : `${basename(at)}/${rest}`;
    at = dirname(at);
  }
  const found = await runGit(at, ['rev-parse', '--is-bare-repository', '--show-prefix']);
  if (found.code !== 0) {
    throw new UsageError(`${root} 不在 Git 版本库里，不能和别的版本比较；去掉 --base，或换一个 --root。`);
  }
  const [bare = '', prefix = ''] = found.out.toString('utf8').split('\n');
  const folder = bare.trim() === 'true' ? rest : join(prefix, rest).replaceAll('\\', '/');
  return { repository: at, folder: folder.replace(/^\.$|\/$/g, '') };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A revision as it was given, and the option in which. */
export interface GivenRevision {
  readonly revision: string;
  readonly option: string;
}

/** The id of the commit that a revision names. Throws a UsageError when it names none. */
export async function resolveCommit(repository: string, revision: string, option: string): Promise<string> {
  const [id = ''] = await resolveCommits(repository, [{ revision, option }]);
  return id;
}

/** The ids of the commits that revisions name, each in its place. Throws a UsageError for the first that names none. */
export async function resolveCommits(
  repository: string,
  given: readonly GivenRevision[],
): Promise<readonly string[]> {
  for (const { revision, option } of given)
    if (!REVISION.test(revision) || revision.includes('..')) {
      throw new UsageError(
        `--${option} 不能是「${revision.slice(0, 60)}」；写分支名、标签或提交编号，例如 origin/main。`,
      );
    }
  const asked = given.map(({ revision }) => `${revision}^{commit}\n`).join('');
  const [found] = await Promise.all([
    runGit(repository, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], asked),
    refuseTwoMeanings(repository, given),
  ]);
  const lines = found.out.toString('utf8').split('\n');
  return given.map(({ revision, option }, at) => {
    const [, id] = /^([0-9a-f]{40,64}) commit$/.exec(lines[at] ?? '') ?? [];
    if (id !== undefined) return id;
    throw new UsageError(
      `--${option}：版本库里没有「${revision}」这个版本；核对写法，浅克隆的先取回全部历史（git fetch --unshallow）。`,
    );
  });
}

/** Git takes a tag before a branch of the same name: whoever may set tags could put another base under a change. */
async function refuseTwoMeanings(repository: string, given: readonly GivenRevision[]): Promise<void> {
  // Git takes the whole id of an object before any reference.
  const named = given
    .map(({ revision, option }) => ({ option, name: revision.split(/[~^]|@\{/)[0] ?? '' }))
    .filter(({ name }) => !WHOLE_ID.test(name));
  if (named.length === 0) return;
  const refsOf = (name: string): readonly string[] => [`refs/heads/${name}`, `refs/tags/${name}`];
  const refs = named.flatMap(({ name }) => refsOf(name));
  const found = await runGit(repository, ['for-each-ref', '--format=%(refname)', '--', ...refs]);
  const there = found.out.toString('utf8').split('\n');
  for (const { name, option } of named)
    if (refsOf(name).every((ref) => there.includes(ref))) {
      throw new UsageError(
        `--${option}：「${name}」既是分支又是标签，说不清是哪一个；写成 refs/heads/${name}，或写提交编号。`,
      );
    }
}

/**
 * The commit from which a change is counted: where head left base, so that what base gained meanwhile is not taken
 * for the author's. The base itself when head is an older state of it (a rollback) or shares nothing with it.
 */
export async function forkPoint(repository: string, base: string, head: string): Promise<string> {
  const found = await runGit(repository, ['merge-base', '--all', base, head]);
  const [id, second, ...more] = found.out.toString('utf8').split('\n').filter(Boolean);
  if (found.code !== 0 || id === undefined || id === head) return base;
  if (second === undefined) return id;
  return (more.length === 0 ? await mergedTree(repository, id, second) : undefined) ?? base;
}

/**
 * Where two histories crossed there are two such commits. Counted from either alone, a change could quietly take back
 * what the other brought, and merging would carry it out; so they are merged first, as a merge would. Gives the tree;
 * undefined when they do not merge by themselves.
 */
async function mergedTree(repository: string, one: string, other: string): Promise<string | undefined> {
  const merged = await runGit(repository, ['merge-tree', '--write-tree', one, other]);
  return merged.code === 0 ? merged.out.toString('utf8').split('\n')[0] : undefined;
}

/** One line of `ls-tree`. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly blob: string;
  readonly size: number;
  readonly path: string;
}

/**
 * The files of a registry folder as a commit holds them, sorted by path, with mode and blob id. Nothing is checked
 * out. Links and submodules are listed with their mode; what is larger than MAX_READ is listed with its size only.
 * `known` gives the bytes of blobs that were read before.
 */
export async function readRevision(
  place: GitFolder,
  commit: string,
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<SourceFile[]> {
  return readEntries(place, await listFolder(place, commit), known);
}

/**
 * The same, and what can be made of one file alone is made while Git reads the others: of a large registry that takes as
 * long as the whole beginning of a judgement.
 */
export async function readRevisionAhead(
  place: GitFolder,
  commit: string,
  ahead: string,
  use: (source: SourceFile) => void,
): Promise<SourceFile[]> {
  const entries = await listFolder(place, commit);
  const path = place.folder === '' ? ahead : `${place.folder}/${ahead}`;
  const first = entries.filter((entry) => entry.path === path);
  const others = readEntries(
    place,
    entries.filter((entry) => entry.path !== path),
    new Map(),
    MANY,
  );
  const [files, one] = await Promise.all([
    others,
    readEntries(place, first, new Map()).then((read) => {
      read.forEach(use);
      return read;
    }),
  ]);
  return [...files, ...one].sort(byName);
}

/** From so many files on Git writes them to the disk, and need not wait until they are taken from it. */
const MANY = 500;

async function listFolder({ repository, folder }: GitFolder, commit: string): Promise<readonly TreeEntry[]> {
  return (await listTree(repository, commit, folder)).filter(({ path }) => belongs(path, folder));
}

async function readEntries(
  { repository, folder }: GitFolder,
  entries: readonly TreeEntry[],
  known: ReadonlyMap<string, Uint8Array>,
  aside = Number.POSITIVE_INFINITY,
): Promise<SourceFile[]> {
  const fresh = entries.filter(
    ({ type, size, blob }) => type === 'blob' && size <= MAX_READ && !known.has(blob),
  );
  const wanted = withinBudget(fresh, known.size > 0 ? MAX_NEW : Number.POSITIVE_INFINITY);
  const isWanted = new Set(wanted);
  const left = new Set(fresh.filter((entry) => !isWanted.has(entry)).map(({ blob }) => blob));
  const ids = [...new Set(wanted.map(({ blob }) => blob))];
  const blobs = await readBlobs(repository, ids, ids.length >= aside ? runGitAside : runGit);
  return entries
    .map(({ mode, blob, size, path }) => {
      const bytes = known.get(blob) ?? blobs.get(blob) ?? new Uint8Array();
      const file = folder === '' ? path : path.slice(folder.length + 1);
      return { file, bytes, mode, blob, ...(size > MAX_READ || left.has(blob) ? { size } : {}) };
    })
    .sort(byName);
}

function byName(a: SourceFile, b: SourceFile): number {
  return a.file < b.file ? -1 : 1;
}

/** So much that one change brings along is read, in bytes: it all lies in memory at once. */
export const MAX_NEW = 160 * 1024 * 1024;

/** The smallest first, so that what people wrote is always read; what is over the budget is listed with its size. */
export function withinBudget(entries: readonly TreeEntry[], budget: number): readonly TreeEntry[] {
  let total = 0;
  return entries
    .toSorted((a, b) => a.size - b.size)
    .filter(({ size }) => {
      total += size;
      return total <= budget;
    });
}

/** A registry that is the whole repository does not own the hidden files at its top: .github, .gitignore. */
export function belongs(path: string, folder: string): boolean {
  return folder !== '' || !path.startsWith('.');
}

async function listTree(repository: string, commit: string, folder: string): Promise<TreeEntry[]> {
  const whole = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
  // ls-tree knows no wildcards: the folder is taken literally. With its slash, a link of that name is not listed.
  const found = await runGit(repository, folder === '' ? whole : [...whole, '--', `${folder}/`]);
  if (found.code !== 0)
    throw new UsageError(`读不到版本 ${commit.slice(0, 12)} 的文件：${found.err.slice(0, 200)}`);
  return found.out.toString('utf8').split(NULL).filter(Boolean).map(parseLine);
}

/** `100644 blob 9d1f…    1234\tprojects/…`; a submodule has `-` for its size. */
function parseLine(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', type = '', blob = '', size = ''] = line.slice(0, tab).split(/ +/);
  return { mode, type, blob, size: Number.parseInt(size, 10) || 0, path: line.slice(tab + 1) };
}

/** The bytes of blobs by id, through one process. */
export async function readBlobs(
  repository: string,
  ids: readonly string[],
  run: typeof runGit = runGit,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const { out } = await run(repository, ['cat-file', '--batch', '--buffer'], `${ids.join('\n')}\n`);
  return blobsIn(out, ids);
}

/** The same for whoever cannot wait. */
export function readBlobsNow(repository: string, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { out } = runGitNow(repository, ['cat-file', '--batch', '--buffer'], `${wanted.join('\n')}\n`);
  return blobsIn(out, wanted);
}

/** What `cat-file --batch` has answered. */
function blobsIn(out: Buffer, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let at = 0;
  for (const id of ids) {
    const end = out.indexOf(0x0a, at);
    const [, type, size = ''] = out.subarray(at, end).toString('latin1').split(' ');
    if (end < 0 || type !== 'blob')
      throw new UsageError(`版本库里缺少对象 ${id.slice(0, 12)}；浅克隆的先取回全部历史。`);
    const from = end + 1;
    blobs.set(id, out.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return blobs;
}

/** So many files outside the registry folder are looked into; a filing put in the wrong place is never one of thousands. */
const MOST_OUTSIDE = 200;

/** Those of some files of a commit, named from the top of the tree, that are there and of readable size. */
export async function readFilesAt(
  { repository }: GitFolder,
  commit: string,
  paths: readonly string[],
): Promise<readonly SourceFile[]> {
  if (paths.length === 0) return [];
  const wanted = paths.slice(0, MOST_OUTSIDE);
  const found = await runGit(repository, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', ...wanted]);
  const entries = found.out.toString('utf8').split(NULL).filter(Boolean).map(parseLine);
  const files = entries.filter(({ type, size }) => type === 'blob' && size <= MAX_BYTES);
  const blobs = await readBlobs(repository, [...new Set(files.map(({ blob }) => blob))]);
  return files.map(({ path, blob }) => ({ file: path, bytes: blobs.get(blob) ?? new Uint8Array() }));
}

/** Paths outside the registry folder that differ between two commits, sorted; both sides of a rename. */
export async function changedOutside(
  { repository, folder }: GitFolder,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const found = await runGit(repository, [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--name-only',
    '--no-ext-diff',
    '--no-textconv',
    from,
    to,
  ]);
  if (found.code !== 0) throw new UsageError(`比较不了两个版本：${found.err.slice(0, 200)}`);
  const inside = (path: string): boolean =>
    folder === '' ? belongs(path, folder) : path.startsWith(`${folder}/`);
  return found.out
    .toString('utf8')
    .split(NULL)
    .filter((path) => path !== '' && !inside(path));
}
