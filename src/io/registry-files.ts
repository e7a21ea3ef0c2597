import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../check.ts';

/**
 * All files of a registry folder, sorted by path, with `/` between folders. Hidden files are left out, links are not
 * followed. Throws when the folder cannot be read. Synchronous on purpose: nothing else is to be done meanwhile, and
 * for many small files it takes a third of the time of asynchronous reading.
 */
export function readRegistryFiles(root: string): SourceFile[] {
  return listFiles(root).map((file) => ({ file, bytes: readFileSync(join(root, file)) }));
}

function listFiles(root: string): string[] {
  const prefix = join(root, '/').length;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(prefix).replaceAll('\\', '/'))
    .sort();
}
