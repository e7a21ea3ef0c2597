import { realpathSync } from 'node:fs';
import type { CommitKnown } from '../accounts/finance/verify.ts';
import { recordsFile } from '../registry/paths.ts';
import { findRepository } from './git.ts';
import { runGit } from './run-git.ts';
import { UsageError } from './usage-error.ts';

const COMMIT = /^[0-9a-f]{40,64}$/;

/** The commit in which the records of a project last changed; undefined without a repository, or before the first commit. */
export async function recordsCommit(root: string, id: string): Promise<string | undefined> {
  const place = await repositoryOf(root);
  if (!place) return undefined;
  const path = [place.folder, recordsFile(id)].filter((part) => part !== '').join('/');
  const found = await runGit(place.repository, [
    'log',
    '-1',
    '--format=%H',
    'HEAD',
    '--',
    `:(top,literal)${path}`,
  ]);
  const commit = found.out.toString('utf8').trim();
  return found.code === 0 && COMMIT.test(commit) ? commit : undefined;
}

/** Whether the history of a registry contains a commit. */
export async function knowsCommit(root: string, commit: string): Promise<CommitKnown> {
  const place = await repositoryOf(root);
  if (!place) return '没有版本库';
  if (!COMMIT.test(commit)) return '不在历史里';
  const found = await runGit(place.repository, ['merge-base', '--is-ancestor', commit, 'HEAD']);
  return found.code === 0 ? '在历史里' : '不在历史里';
}

async function repositoryOf(root: string) {
  try {
    return await findRepository(realpathSync(root));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
