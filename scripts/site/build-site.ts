import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { registryRoot } from '../../src/io/root.ts';
import { say, warn } from '../../src/io/say.ts';
import type { SearchIndexSize } from '../../src/site/build/search-index.ts';
import { giveUp } from '../../src/site/build/worked-out.ts';
import { CANARY_SILENT } from './check-canary.ts';
import { keepProgram } from './keep-program.ts';
import { forgetKept, keptFolder, signKept } from './kept-folder.ts';
import { claimSite } from './only-builder.ts';
import { siteFolder } from './site-folder.ts';

/**
 * Check, pages, search index. A registry with faults is built all the same, with a warning; false only when it cannot
 * be read. Throws when Astro or Pagefind fail.
 */
export async function buildSite(): Promise<boolean> {
  const started = performance.now();
  const root = registryRoot();
  const readable = await readdir(root).catch((error: Error) => {
    warn(`读不到登记库 ${root}：${error.message}`);
  });
  if (!readable) return false;
  const out = siteFolder();
  const release = claimSite(out);
  try {
    return await buildInto(root, out, started);
  } finally {
    release();
  }
}

async function buildInto(root: string, out: string, started: number): Promise<boolean> {
  restoreSite(out);
  const fresh = `${out}.new`;
  const kept = keptFolder(root, out);
  forgetKept(kept);
  const index = await writePagesAndIndex(root, fresh, kept).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  });
  await putInPlace(fresh, out);
  signKept(kept);
  const pages = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = Math.ceil(index.bytes / 1024);
  say(`网站：${pages} 页，用时 ${seconds} 秒；查询文件：${index.records} 条，${size} KB；放在 ${out}`);
  return true;
}

/**
 * The site that was there stays until the new one is whole. Two folders cannot change places at once: what a stop between
 * the two moves leaves behind is put back by whoever builds or serves next.
 */
export async function putInPlace(fresh: string, out: string): Promise<void> {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, old);
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}

/** Puts the earlier site back where a build was stopped before the new one had taken its place. */
export function restoreSite(out: string = siteFolder()): void {
  const old = `${out}.old`;
  if (!existsSync(out) && existsSync(old)) renameSync(old, out);
}

/**
 * Both at once. Astro empties the folder when it begins, so the index is written beside it and moves in last; and so is
 * what the pages are told by the other process.
 */
async function writePagesAndIndex(root: string, out: string, kept: string): Promise<SearchIndexSize> {
  const index = `${out}.pagefind`;
  const told = `${out}.told`;
  await rm(told, { recursive: true, force: true });
  try {
    const indexed = indexApart(root, index, told, kept).catch((error: unknown) => {
      giveUp(told);
      throw error;
    });
    const [size] = await settled(indexed, buildPages(out, told, kept));
    await rm(join(out, 'pagefind'), { recursive: true, force: true });
    await rename(index, join(out, 'pagefind'));
    return size;
  } finally {
    await rm(index, { recursive: true, force: true });
    await rm(told, { recursive: true, force: true });
  }
}

/** Both, once both have ended; the first fault of the two, in this order, is thrown. */
async function settled<A, B>(one: Promise<A>, other: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

/** In a process of its own: a second processor works on it, and its memory is not added to that of the pages. */
async function indexApart(...folders: readonly string[]): Promise<SearchIndexSize> {
  const child = fork(join(import.meta.dirname, 'index-registry.ts'), folders);
  let size: SearchIndexSize | undefined;
  child.on('message', (message) => {
    size = message as SearchIndexSize;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code === CANARY_SILENT)
    throw new Error('查重自检没有通过：放进去的重复项目没有找到，网站不发布（原因见上面一行）。');
  if (code !== 0 || !size) throw new Error(`The search index was not written (exit ${code})`);
  return size;
}

async function buildPages(out: string, told: string, kept: string): Promise<void> {
  process.env.REGISTRY_WORKED_OUT = told;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // A site for the public even when a test runner builds it: the content policy is left out of development pages.
  process.env.NODE_ENV = 'production';
  const { build } = await import('astro');
  await build({ logLevel: 'warn', outDir: out, integrations: [keepProgram(kept)] }).finally(() => {
    delete process.env.REGISTRY_WORKED_OUT;
  });
}
