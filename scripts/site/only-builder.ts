import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isGoneProcess } from '../../src/io/gone.ts';
import { createFile, replaceFile } from '../../src/io/replace-file.ts';
import { UsageError } from '../../src/io/usage-error.ts';

/**
 * Two builds into the same folder would mix their pages: the second is told who is there. What a build that was killed
 * has left is taken over. Gives what is to be called at the end. Throws a UsageError.
 */
export function claimSite(out: string): () => void {
  const path = `${out}.building`;
  const me = String(process.pid);
  mkdirSync(dirname(path), { recursive: true });
  try {
    createFile(path, me);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(path, 'utf8'));
    if (Number.isInteger(owner) && owner > 0 && !isGoneProcess(owner))
      throw new UsageError(
        `另一个命令（进程 ${owner}）正在建这个网站，等它办完再建；确知它已经不在了，删去 ${path}。`,
      );
    replaceFile(path, me);
  }
  return () => rmSync(path, { force: true });
}
