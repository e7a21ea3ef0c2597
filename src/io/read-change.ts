import type { Meanwhile } from '../gate/clashes.ts';
import { isMisplaced, mayBeMisplaced } from '../gate/misplaced.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { sidesOf } from './change-sides.ts';
import {
  changedOutside,
  findRepository,
  forkPoint,
  type GitFolder,
  readFilesAt,
  readRevision,
  resolveCommit,
} from './git.ts';
import { readRegistryFiles } from './registry-files.ts';

/** The two sides of a change, and what it touches outside the registry folder. */
export interface ReadChange {
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** The base branch as it stands; the same list as `base` when it has not moved since the author started. */
  readonly tip: readonly SourceFile[];
  readonly outside: readonly string[];
  /** Those of them that look like files of a registry. */
  readonly misplaced: readonly string[];
  readonly meanwhile?: Meanwhile;
  /** The registry folder in the repository, `registry` or empty. */
  readonly folder: string;
  /** Other changes that are still open, each with the state from which it was made. */
  readonly others: readonly OpenChange[];
}

/** A change that has been handed in and is not merged. */
export interface OpenChange {
  readonly revision: string;
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
}

/**
 * Reads both sides of a change as Git keeps them; without `head` the working tree is the second side. Nothing is
 * checked out. Throws a UsageError when a revision or the repository cannot be read.
 */
export async function readChange(
  root: string,
  since: string,
  head: string | undefined,
  open: readonly string[] = [],
): Promise<ReadChange> {
  const place = await findRepository(root);
  const baseCommit = await resolveCommit(place.repository, since, 'base');
  const tip = await readRevision(place, baseCommit);
  const others = await readOpen(place, baseCommit, tip, open);
  const { folder } = place;
  if (head === undefined) {
    return {
      base: tip,
      head: readRegistryFiles(root),
      tip,
      outside: [],
      misplaced: [],
      folder,
      others,
    };
  }
  const headCommit = await resolveCommit(place.repository, head, 'head');
  const { from, to, meanwhile } = await sidesOf(place, baseCommit, headCommit);
  const base = from === baseCommit ? tip : await readRevision(place, from, bytesOf(tip));
  const outside = await changedOutside(place, from, to);
  const looked = await readFilesAt(place, to, outside.filter(mayBeMisplaced));
  return {
    base,
    head: await readRevision(place, to, bytesOf(base)),
    tip,
    outside,
    misplaced: looked.filter(isMisplaced).map(({ file }) => file),
    meanwhile,
    folder,
    others,
  };
}

async function readOpen(
  place: GitFolder,
  baseCommit: string,
  tip: readonly SourceFile[],
  revisions: readonly string[],
): Promise<readonly OpenChange[]> {
  const known = bytesOf(tip);
  const open: OpenChange[] = [];
  for (const revision of revisions) {
    const commit = await resolveCommit(place.repository, revision, 'open');
    const from = await forkPoint(place.repository, baseCommit, commit);
    const base = from === baseCommit ? tip : await readRevision(place, from, known);
    open.push({ revision, base, head: await readRevision(place, commit, known) });
  }
  return open;
}

/** The bytes that were read, by Git's id: most files are the same on both sides. */
function bytesOf(files: readonly SourceFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap(({ blob, bytes, size }) => (blob && size === undefined ? [[blob, bytes]] : [])),
  );
}
