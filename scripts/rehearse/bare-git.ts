import { spawnSync } from 'node:child_process';

/** When everything that is played happens: merges are received on the day on which they were made. */
export const PLAYED_ON = '2026-11-10';
const PLAYED_AT = `${PLAYED_ON}T10:00:00+08:00`;

/** Runs Git in a folder, synchronously; throws with what it said. For the rehearsal's own servers. */
export function git(folder: string, ...args: readonly string[]): string {
  const done = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'rehearsal',
      GIT_AUTHOR_EMAIL: 'rehearsal@localhost',
      GIT_COMMITTER_NAME: 'rehearsal',
      GIT_COMMITTER_EMAIL: 'rehearsal@localhost',
      GIT_AUTHOR_DATE: PLAYED_AT,
      GIT_COMMITTER_DATE: PLAYED_AT,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.trim();
}

/** The same, and whether it went well. */
export function tryGit(folder: string, ...args: readonly string[]): string | undefined {
  try {
    return git(folder, ...args);
  } catch {
    return undefined;
  }
}

/** A merge of two commits, made without a work tree; undefined when they conflict. */
export function mergeCommits(
  folder: string,
  base: string,
  head: string,
  message: string,
): string | undefined {
  const tree = tryGit(folder, 'merge-tree', '--write-tree', base, head)?.split('\n')[0];
  return tree && git(folder, 'commit-tree', tree, '-p', base, '-p', head, '-m', message);
}

/** Both sides of every file in which two commits differ, as Git names them: `M`, `A`, `D`, `R100`. */
export function changedPaths(
  folder: string,
  base: string,
  head: string,
): readonly { readonly status: string; readonly path: string; readonly from?: string }[] {
  const out = git(folder, 'diff', '--name-status', '-M', '-z', `${base}...${head}`);
  const parts = out.split('\0').filter((part) => part !== '');
  const changes: { status: string; path: string; from?: string }[] = [];
  for (let at = 0; at < parts.length; ) {
    const status = parts[at] ?? '';
    if (status.startsWith('R')) {
      changes.push({ status, from: parts[at + 1] ?? '', path: parts[at + 2] ?? '' });
      at += 3;
    } else {
      changes.push({ status, path: parts[at + 1] ?? '' });
      at += 2;
    }
  }
  return changes;
}
