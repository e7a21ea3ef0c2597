import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../io/run-git.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { ForgeError } from './forge.ts';
import { fetchInto, type Remote } from './remote-git.ts';

/** A commit that was made beside the clerk's folder, in a repository of its own that goes away again. */
export interface MadeCommit {
  readonly folder: string;
  /** The tip of the published branch, on which it stands. */
  readonly base: string;
  /** Undefined when the registry holds exactly these files already. */
  readonly commit: string | undefined;
  remove(): Promise<void>;
}

export interface CommitWords {
  /** First line, and what follows after a blank one. */
  readonly message: string;
  /** Stands in a public history for ever: a unit, never a person. */
  readonly author: string;
}

/**
 * Commits files on top of the published branch as it is now. The clerk's own folder is only read from: whatever fails
 * afterwards, the draft lies there as before. `files` have paths from the top of the repository.
 */
export async function makeCommit(
  remote: Remote,
  branch: string,
  files: readonly SourceFile[],
  { message, author }: CommitWords,
): Promise<MadeCommit> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-submit-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const git = async (args: readonly string[], input?: string | Uint8Array): Promise<string> => {
    const { code, out, err } = await runGit(folder, args, input);
    if (code !== 0) throw new ForgeError(`写不成提交：${err.slice(0, 200)}`);
    return out.toString('utf8').trim();
  };
  try {
    await git(['init', '--quiet', '--bare']);
    await fetchInto(folder, remote, [`+refs/heads/${branch}:refs/heads/${branch}`]);
    const base = await git(['rev-parse', `refs/heads/${branch}`]);
    await git(['read-tree', base]);
    const lines: string[] = [];
    for (const { file, bytes } of files) {
      const blob = await git(['hash-object', '-w', '--stdin'], bytes);
      lines.push(`100644 ${blob}\t${file}\0`);
    }
    await git(['update-index', '-z', '--index-info'], lines.join(''));
    const tree = await git(['write-tree']);
    if (tree === (await git(['rev-parse', `${base}^{tree}`])))
      return { folder, base, commit: undefined, remove };
    const commit = await git([...identity(author), 'commit-tree', tree, '-p', base, '-F', '-'], message);
    await git(['update-ref', 'refs/heads/submitted', commit]);
    return { folder, base, commit, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Git wants a name and an address; a person's own would stay public. */
export function identity(author: string): readonly string[] {
  const name = author.replace(/[<>\p{Cc}]/gu, '').trim() || '申报单位';
  return ['-c', `user.name=${name}`, '-c', 'user.email=registry@localhost'];
}
