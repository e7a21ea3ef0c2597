import { runGit } from '../io/run-git.ts';
import { fetchInto, type Remote } from './remote-git.ts';

const HELD = 'refs/held/';

/**
 * Which of these refs of a server holds exactly the files of a commit; undefined when none does. Who hands in the same
 * twice would otherwise take back the approval that was given to the first. `folder` holds the commit.
 */
export async function heldAs(
  folder: string,
  remote: Remote,
  refs: readonly string[],
  commit: string,
): Promise<string | undefined> {
  const specs = refs.map((ref, at) => `+${ref}:${HELD}${at}`);
  // Whether it is held is a kindness: when it cannot be seen, the push says what is wrong.
  const fetched = await fetchInto(folder, remote, specs).then(
    () => true,
    () => false,
  );
  if (!fetched) return undefined;
  const wanted = await treeOf(folder, commit);
  for (const [at, ref] of refs.entries())
    if (wanted !== undefined && (await treeOf(folder, `${HELD}${at}`)) === wanted) return ref;
  return undefined;
}

async function treeOf(folder: string, revision: string): Promise<string | undefined> {
  const { code, out } = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}
