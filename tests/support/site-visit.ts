import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { BuiltSite } from './page-kinds.ts';

/** The built site with the one page that most cases share, on which every fault is noted. */
export interface Visit extends BuiltSite {
  readonly page: Page;
  /** Goes to a place of the site, on the shared page or another. */
  readonly go: (path: string, to?: Page) => Promise<void>;
}

/** The addresses of the pages below a folder of a built site. */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
}
