import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Day, dayInChina } from '../form/dates.ts';
import { findRepository, type GitFolder, readBlobs } from './git.ts';
import { repositoryAround } from './private-files.ts';
import { askGit, runGit } from './run-git.ts';

/** One version of a file, as the main line of the repository came to have it. */
export interface Revision {
  readonly commit: string;
  /** The day on which it came to the main line, by the clock of China. */
  readonly day: Day;
  readonly blob: string;
  /** The path that the file had then, where it was another. */
  readonly from?: string;
}

/** Every version of every file under a folder of the registry. */
export interface Revisions {
  /** `none`: no repository, or Git is not there. `cut`: a shallow copy, that begins in the middle. */
  readonly reach: 'whole' | 'cut' | 'none';
  /** Oldest first, by path below the registry folder; of files that are there now. */
  readonly of: ReadonlyMap<string, readonly Revision[]>;
  readonly where: GitFolder | undefined;
}

const NOTHING: Revisions = { reach: 'none', of: new Map(), where: undefined };
const NULL = '\0';
/** Stands before a commit in the log. */
const COMMIT = '\x01';

/**
 * Reads the history of the files under a folder of the registry in one pass over the log: what each merge brought to
 * the main line. A file that was moved to another unit keeps its history.
 */
export async function readRevisions(root: string, below: string): Promise<Revisions> {
  if (repositoryAround(join(root, 'x')) === undefined) return NOTHING;
  const where = await findRepository(root).catch(() => undefined);
  if (!where) return NOTHING;
  const folder = [where.folder, below].filter((part) => part !== '').join('/');
  const log = await runGit(where.repository, [
    'log',
    '--first-parent',
    '-m',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--full-index',
    '-z',
    `--format=${COMMIT}%H %ct`,
    'HEAD',
    '--',
    `:(top,literal)${folder}`,
  ]).catch(() => undefined);
  if (log?.code !== 0) return NOTHING;
  const isCut = askGit(where.repository, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  const inside = (path: string): string => (where.folder === '' ? path : path.slice(where.folder.length + 1));
  return {
    reach: isCut ? 'cut' : 'whole',
    of: followFiles(parseLog(log.out.toString('utf8')), inside),
    where,
  };
}

interface Change {
  readonly status: string;
  readonly blob: string;
  readonly path: string;
}

interface Commit {
  readonly id: string;
  readonly day: Day;
  readonly changes: readonly Change[];
}

/** `\x01<id> <seconds>`, then for each file `:<modes> <blobs> <status>` and its path, parted by NUL; newest first. */
function parseLog(text: string): readonly Commit[] {
  const commits: { id: string; day: Day; changes: Change[] }[] = [];
  const tokens = text.split(NULL);
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').trimStart();
    if (token.startsWith(COMMIT)) {
      const [id = '', seconds = '0'] = token.slice(1).split(' ');
      commits.push({ id, day: dayInChina(Number(seconds)), changes: [] });
    } else if (token.startsWith(':')) {
      const [, , , blob = '', status = ''] = token.split(' ');
      const path = tokens[++at] ?? '';
      commits.at(-1)?.changes.push({ status: status.slice(0, 1), blob, path });
    }
  }
  return commits;
}

/** Walks the log from its beginning. A file that goes in the commit in which another of its name comes was moved. */
function followFiles(
  commits: readonly Commit[],
  inside: (path: string) => string,
): ReadonlyMap<string, readonly Revision[]> {
  const living = new Map<string, Revision[]>();
  for (const { id, day, changes } of commits.toReversed()) {
    const gone = new Map(
      changes.filter(({ status }) => status === 'D').map(({ path }) => [nameOf(path), path] as const),
    );
    for (const { status, path, blob } of changes) {
      if (status === 'D') continue;
      const from = status === 'A' ? gone.get(nameOf(path)) : undefined;
      const before = living.get(inside(from ?? path)) ?? [];
      const moved = from === undefined ? {} : { from: inside(from) };
      living.set(inside(path), [...before, { commit: id, day, blob, ...moved }]);
    }
    for (const path of gone.values()) living.delete(inside(path));
  }
  return living;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The bytes of some versions, by blob. */
export function readVersions(
  { where }: Revisions,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return where ? readBlobs(where.repository, [...new Set(blobs)]) : Promise.resolve(new Map());
}

/** Whether a text is what this blob holds. A file with a mark or other line ends is taken for another, and then read. */
export function isBlob(text: string, blob: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  const kind = blob.length === 64 ? 'sha256' : 'sha1';
  return createHash(kind).update(`blob ${bytes.length}${NULL}`).update(bytes).digest('hex') === blob;
}
