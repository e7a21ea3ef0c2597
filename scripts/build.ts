import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { siteFolder } from './site/site-folder.ts';

/**
 * `npm run build`: checks the registry, builds the site, writes the search index. With `--changed` it draws only the pages
 * of the filings that have changed since, and falls back to the whole where that will not do.
 */
const isRenewed = process.argv.includes('--changed') && (await renew());
if (!isRenewed) process.exitCode = (await build()) ? 0 : 2;

/** Either is loaded only when it is wanted: what the whole build needs takes longer to load than a page to draw. */
async function renew(): Promise<boolean> {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/registry'));
  const { buildChanged } = await import('./site/build-changed.ts');
  return buildChanged(siteFolder());
}

async function build(): Promise<boolean> {
  const { buildOrSay } = await import('./site/build-or-say.ts');
  return buildOrSay();
}
