import type { Meanwhile } from '../gate/clashes.ts';
import { forkPoint, type GitFolder } from './git.ts';
import { runGit } from './run-git.ts';

const NULL = '\0';

const NOTHING: Meanwhile = { clashing: [], mixed: [], isIn: false };

/** Between which two states a change is to be judged. */
export interface ChangeSides {
  /** A commit or a tree. */
  readonly from: string;
  readonly to: string;
  readonly meanwhile: Meanwhile;
}

/**
 * A change is what its author did since he left the base, and it is judged as a merge would carry it out: of files that
 * the base altered meanwhile, neither side alone is what will stand there afterwards. Git merges without a work tree; a
 * Git that cannot (before 2.38) leaves the author's own side to be judged.
 */
export async function sidesOf(
  { repository, folder }: GitFolder,
  base: string,
  head: string,
): Promise<ChangeSides> {
  const from = await forkPoint(repository, base, head);
  const alone = { from, to: head, meanwhile: NOTHING };
  if (from === base) return alone;
  const below = folder === '' ? '' : `${folder}/`;
  const inside = (path: string): string => path.slice(below.length);
  const [theirs, own] = await Promise.all([
    differing(repository, folder, from, base),
    differing(repository, folder, from, head),
  ]);
  const altered = new Set(theirs);
  const both = own.filter((path) => altered.has(path));
  if (both.length === 0) return alone;
  const merged = await runGit(repository, [
    'merge-tree',
    '--write-tree',
    '-z',
    '--name-only',
    '--no-messages',
    base,
    head,
  ]);
  const [tree = '', ...names] = merged.out.toString('utf8').split(NULL).filter(Boolean);
  if (merged.code === 0 && tree !== '') {
    const now = await runGit(repository, ['rev-parse', '--verify', '--quiet', `${base}^{tree}`]);
    const isIn = now.out.toString('utf8').trim() === tree;
    return { from: base, to: tree, meanwhile: { clashing: [], mixed: both.map(inside), isIn } };
  }
  if (merged.code !== 1) return alone;
  const clashing = [...new Set(names)].filter((path) => path.startsWith(below));
  return { ...alone, meanwhile: { ...NOTHING, clashing: clashing.map(inside).sort() } };
}

async function differing(
  repository: string,
  folder: string,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const below = folder === '' ? [] : ['--', `:(top,literal)${folder}/`];
  const names = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'];
  const found = await runGit(repository, [...names, from, to, ...below]);
  return found.out.toString('utf8').split(NULL).filter(Boolean);
}
