import { readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CheckResult } from '../../src/check.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { type SearchIndexSize, type SearchRecord, writeSearchIndex } from '../../src/io/search-index.ts';
import { summarise, summarySentence } from '../../src/report/summary.ts';
import { searchRecords } from '../../src/site/search-records.ts';

/** Findings listed before the rest is only counted. */
const SHOWN = 20;

/** Where the built site goes. */
export const siteFolder = (): string => resolve(process.env.OUT_DIR ?? 'dist');

/**
 * Check, pages, search index. A registry with faults is built all the same, with a warning; false only when it cannot
 * be read. Throws when Astro or Pagefind fail.
 */
export async function buildSite(): Promise<boolean> {
  const started = performance.now();
  const root = resolve(process.env.REGISTRY_ROOT ?? 'registry');
  const records = await readRecords(root);
  if (!records) return false;
  const index = await writePagesAndIndex(records, siteFolder());
  const pages = (await readdir(siteFolder(), { recursive: true })).filter((name) => name.endsWith('.html'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = Math.ceil(index.bytes / 1024);
  console.log(
    `网站：${pages.length} 页，用时 ${seconds} 秒；查询文件：${index.records} 条，${size} KB；放在 ${siteFolder()}`,
  );
  return true;
}

/** What the search will find; the registry itself is let go again, because Astro's pages read their own. */
async function readRecords(root: string): Promise<SearchRecord[] | undefined> {
  try {
    const registry = await loadRegistry(root);
    sayCheck(registry);
    return searchRecords(registry);
  } catch (error) {
    console.error(`读不到登记库 ${root}：${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Pagefind works in a process of its own, so both are done at once; Astro empties the folder, so the index moves in last. */
async function writePagesAndIndex(records: readonly SearchRecord[], out: string): Promise<SearchIndexSize> {
  const beside = `${out}.pagefind`;
  try {
    const [size] = await Promise.all([writeSearchIndex(records, beside), buildPages()]);
    await rm(join(out, 'pagefind'), { recursive: true, force: true });
    await rename(beside, join(out, 'pagefind'));
    return size;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Astro is loaded here, so that a registry that cannot be read is said at once. */
async function buildPages(): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  await build({ logLevel: 'warn' });
}

function sayCheck(registry: CheckResult): void {
  const summary = summarise(registry);
  console.log(summarySentence(registry.checked, summary));
  if (summary.ok) return;
  console.warn('有必改的问题。网站照常生成，有问题的项目只显示能读出来的部分：');
  const errors = registry.findings.filter(({ severity }) => severity === 'error');
  for (const { file, line, message } of errors.slice(0, SHOWN)) console.warn(`  ${file}:${line}  ${message}`);
  if (errors.length > SHOWN) console.warn(`  还有 ${errors.length - SHOWN} 处。`);
  console.warn('逐条的改法：npm run -s registry -- check');
}
