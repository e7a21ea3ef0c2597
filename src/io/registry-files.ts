import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../check.ts';

/** How many files are read at once: enough to keep the disk busy, few enough for any open-file limit. */
const AT_ONCE = 64;

/**
 * All files of a registry folder, sorted by path, with `/` between folders. Hidden files are left out.
 * Links are not followed. Throws when the folder cannot be read.
 */
export async function readRegistryFiles(root: string): Promise<SourceFile[]> {
  const names = await listFiles(root);
  const files: SourceFile[] = new Array(names.length);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let at = next++; at < names.length; at = next++) {
      const file = names[at] ?? '';
      files[at] = { file, bytes: await readFile(join(root, file)) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return files;
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'))
    .sort();
}
