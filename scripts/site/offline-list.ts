import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfflineList } from '../../src/site/browser/declare/offline.ts';

/**
 * Writes `/declare/offline.json`: the names of all scripts and styles that the form may ask for later, and of the texts of
 * other projects. The service worker keeps them without the page loading them, so that what comes later costs nothing at
 * first and works without a network.
 */
export function writeOfflineList(out: string): void {
  const list: OfflineList = { assets: assetsOf(out, 'declare/index.html'), texts: textsIn(out) };
  writeFileSync(join(out, 'declare/offline.json'), `${JSON.stringify(list)}\n`);
}

/** Texts of other projects, in bytes, that are not too many to be kept on everybody's computer. */
const MOST_TEXTS = 8 * 1024 * 1024;

/** The names of the files with which projects are compared one by one. None where they are too large: 查重 then says so. */
function textsIn(out: string): readonly string[] {
  const folder = join(out, 'similar/texts');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return size > MOST_TEXTS ? [] : names.sort();
}

/**
 * The names of the assets that a page needs, and those need in turn. Every name carries a checksum, so wherever one stands
 * in a text that asset is meant.
 */
export function assetsOf(out: string, page: string): readonly string[] {
  const folder = join(out, 'assets');
  const all = readdirSync(folder);
  const found = new Set<string>();
  const follow = (text: string): void => {
    for (const name of all) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      follow(readFileSync(join(folder, name), 'utf8'));
    }
  };
  follow(readFileSync(join(out, page), 'utf8'));
  return [...found].sort();
}
