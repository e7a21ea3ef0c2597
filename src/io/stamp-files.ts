import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What tells of each file of a registry folder that it is still the same, without reading it: as Git does, by size, time,
 * place and rights. Hidden files are left out, links are not followed. Uses nothing but Node: it is asked by commands that
 * are over before a library would be loaded.
 */
export function stampFiles(root: string): ReadonlyMap<string, string> {
  const stamps = new Map<string, string>();
  const look = (folder: string): void => {
    for (const name of readdirSync(join(root, folder))) {
      if (name.startsWith('.')) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      const found = lstatSync(join(root, file), { throwIfNoEntry: false });
      if (found?.isDirectory()) look(file);
      else stamps.set(file, found ? `${found.size} ${found.mtimeMs} ${found.ino} ${found.mode}` : '');
    }
  };
  look('');
  return stamps;
}
