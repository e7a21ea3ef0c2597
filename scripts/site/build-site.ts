import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CheckResult } from '../../src/check.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { writeSearchIndex } from '../../src/io/search-index.ts';
import { summarise, summarySentence } from '../../src/report/summary.ts';
import { searchRecords } from '../../src/site/search-records.ts';

/** Where the built site goes. */
export const siteFolder = (): string => resolve(process.env.OUT_DIR ?? 'dist');

/**
 * Check, pages, search index. A registry with faults is built all the same, with a warning; false only when it cannot
 * be read. Throws when Astro or Pagefind fail.
 */
export async function buildSite(): Promise<boolean> {
  const started = performance.now();
  const root = resolve(process.env.REGISTRY_ROOT ?? 'registry');
  const registry = await loadRegistry(root).catch((error: Error) => {
    console.error(`读不到登记库 ${root}：${error.message}`);
  });
  if (!registry) return false;
  sayCheck(registry);
  await buildPages();
  const out = siteFolder();
  const index = await writeSearchIndex(searchRecords(registry), join(out, 'pagefind'));
  const pages = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = Math.ceil(index.bytes / 1024);
  console.log(
    `网站：${pages} 页，用时 ${seconds} 秒；查询文件：${index.records} 条，${size} KB；放在 ${out}`,
  );
  return true;
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
  for (const { severity, file, line, message } of registry.findings) {
    if (severity === 'error') console.warn(`  ${file}:${line}  ${message}`);
  }
  console.warn('逐条的改法：npm run -s registry -- check');
}
