import { runGit } from '../io/run-git.ts';
import { ForgeError, type Merged } from './forge.ts';
import { pushTo, type Remote } from './remote-git.ts';

/** What is merged into which branch, in a copy of the registry at hand that holds both. */
export interface GitMerge {
  /** The copy; never a folder with files. */
  readonly folder: string;
  readonly remote: Remote;
  readonly branch: string;
  /** The branch as the copy has it. */
  readonly main: string;
  readonly head: string;
  readonly message: string;
  /** Another ref that is to point to the merge, or nothing happens at all. */
  readonly also?: string;
}

/**
 * Merges exactly this head into exactly this state of the branch and pushes it: where either has moved the server refuses.
 * For servers whose own merging takes no head. Throws a ForgeError where the commit cannot be made.
 */
export async function mergeByGit(one: GitMerge): Promise<Merged> {
  const { folder, remote, branch, main, head, also } = one;
  const tree = await runGit(folder, ['merge-tree', '--write-tree', main, head]);
  if (tree.code !== 0) return { ok: false, why: 'refused', said: CONFLICT };
  const commit = await writeMerge(tree.out.toString('utf8').split('\n')[0] ?? '', one);
  const refs = [`refs/heads/${branch}`, ...(also === undefined ? [] : [also])];
  try {
    // All or none, and only while the branch is what was merged with.
    await pushTo(
      folder,
      remote,
      refs.map((ref) => `${commit}:${ref}`),
      ['--atomic', `--force-with-lease=refs/heads/${branch}:${main}`],
    );
  } catch (error) {
    return { ok: false, why: 'refused', said: error instanceof Error ? error.message : String(error) };
  }
  return { ok: true, commit };
}

const CONFLICT = '与主分支有冲突：先把主分支的改动并到送件分支，再核对一次。';

async function writeMerge(tree: string, { folder, main, head, message }: GitMerge): Promise<string> {
  const by = ['-c', 'user.name=registry', '-c', 'user.email=registry@localhost'];
  const parents = [main, head].flatMap((parent) => ['-p', parent]);
  const made = await runGit(folder, [...by, 'commit-tree', tree, ...parents, '-m', message]);
  if (made.code !== 0) throw new ForgeError('写不成合并的提交：检查 Git 的版本，要 2.38 以上。');
  return made.out.toString('utf8').trim();
}
