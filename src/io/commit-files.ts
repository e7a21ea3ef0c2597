import { join, relative } from 'node:path';
import { simpleGit } from 'simple-git';
import { repositoryAround } from './private-files.ts';

export type Committed =
  | { readonly ok: true; readonly commit: string }
  | { readonly ok: false; readonly why: string };

/**
 * Commits exactly these files of a registry folder; whatever else was prepared for a commit stays prepared. The name
 * and address of the person are the ones that Git is set up with here.
 */
export async function commitFiles(
  root: string,
  files: readonly string[],
  message: string,
): Promise<Committed> {
  const repository = repositoryAround(join(root, 'x'));
  if (repository === undefined) return { ok: false, why: '登记库不在版本库里。' };
  const paths = files.map((file) => relative(repository, join(root, file)));
  const git = simpleGit({ baseDir: repository });
  try {
    await git.raw(['add', '--', ...paths]);
    const changed = await git.raw(['diff', '--cached', '--name-only', '--', ...paths]);
    if (changed.trim() === '') return { ok: false, why: '版本库里已经是这些内容。' };
    await git.raw(['commit', '--quiet', '--only', '-m', message, '--', ...paths]);
    return { ok: true, commit: (await git.raw(['rev-parse', 'HEAD'])).trim() };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const why = /user\.name|user\.email|tell me who you are/i.test(said)
      ? '先告诉 Git 您是谁，例如 git config user.name 办公室、git config user.email registry@localhost。'
      : `用 Git 提交这几份文件：git commit -- ${paths.join(' ')}`;
    return { ok: false, why };
  }
}
