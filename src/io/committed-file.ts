import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repositoryAround } from './private-files.ts';
import { runGit } from './run-git.ts';

/** A file of a registry as the repository's last commit has it; no bytes where it has none, or there is no repository. */
export async function committedFile(root: string, file: string): Promise<Uint8Array> {
  const path = join(realpathSync(root), file);
  const repository = repositoryAround(path);
  if (repository === undefined) return new Uint8Array();
  const inside = relative(repository, path).replaceAll(sep, '/');
  const { code, out } = await runGit(repository, ['cat-file', 'blob', `HEAD:${inside}`]);
  return code === 0 ? new Uint8Array(out) : new Uint8Array();
}
