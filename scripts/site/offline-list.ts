import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Writes `/declare/offline.json`: the names of all scripts and styles that the form may ask for later. The service worker
 * keeps them without the page loading them, so that what comes later costs nothing at first and works without a network.
 */
export function offlineList(): AstroIntegration {
  return {
    name: 'offline-list',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const list = { files: assetsOf(out, 'declare/index.html') };
        writeFileSync(join(out, 'declare/offline.json'), `${JSON.stringify(list)}\n`);
      },
    },
  };
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
