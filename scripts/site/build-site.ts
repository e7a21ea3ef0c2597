import { existsSync, renameSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { registryRoot } from '../../src/io/root.ts';
import { say, warn } from '../../src/io/say.ts';
import type { SearchIndexSize } from '../../src/site/build/search-index.ts';
import { giveUp } from '../../src/site/build/worked-out.ts';
import { runApart } from './apart.ts';
import type { Indexed } from './index-registry.ts';
import { forgetKept, keptFolder, signKept } from './kept-folder.ts';
import { writeOfflineList } from './offline-list.ts';
import { claimSite } from './only-builder.ts';
import { siteFolder } from './site-folder.ts';
import { Slots } from './slots.ts';

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
 * Who does what: one process checks the registry and writes the index, one makes the program that draws the pages, some work
 * out what is like each entry, and some draw. No more at a time than there are processors, each with memory of its own that
 * goes with it. Astro empties the folder when it begins, so the index is written beside it and moves in last; and so is what
 * the pages are told by the other processes.
 */
async function writePagesAndIndex(root: string, out: string, kept: string): Promise<SearchIndexSize> {
  const index = `${out}.pagefind`;
  const told = `${out}.told`;
  await rm(told, { recursive: true, force: true });
  try {
    const size = await workTogether({ root, out, index, told, kept });
    await rm(join(out, 'pagefind'), { recursive: true, force: true });
    await rename(index, join(out, 'pagefind'));
    writeOfflineList(out);
    return size;
  } finally {
    await rm(index, { recursive: true, force: true });
    await rm(told, { recursive: true, force: true });
  }
}

interface Folders {
  readonly root: string;
  readonly out: string;
  readonly index: string;
  readonly told: string;
  readonly kept: string;
}

/** Two at least: one may wait for what another works out. */
const LEAST_SLOTS = 2;
/** So many filings are drawn by one process: more would not lie in little memory. */
const DRAWN_AT_ONCE = 2_500;
/** Up to so many one process draws all pages. */
const FEW = 500;

async function workTogether({ root, out, index, told, kept }: Folders): Promise<SearchIndexSize> {
  const slots = new Slots(Math.max(LEAST_SLOTS, availableParallelism()));
  const [entries, parts] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  let size: SearchIndexSize | undefined;
  const tell = (told: Indexed): void => {
    if (told.entries !== undefined) entries.resolve(told.entries);
    if (told.parts !== undefined) parts.resolve(told.parts);
    size ??= told.size;
  };
  const indexed = slots.run(() => runApart('index-registry.ts', [root, index, told, kept], { tell }));
  const bundled = slots.run(() => runApart('bundle-site.ts', [out, kept], BUNDLING));
  const alike = parts.promise.then((many) =>
    each(many, (part) => slots.run(() => runApart('alike-part.ts', [told, `${part}`, `${many}`]))),
  );
  const draw = (which: string): Promise<void> =>
    slots.run((leave) => runApart('draw-pages.ts', [out, kept, told, which], { env: FOR_ALL, tell: leave }));
  const drawn = Promise.all([entries.promise, bundled]).then(async ([count]) => {
    if (count <= FEW) return draw('all');
    const many = Math.ceil(count / DRAWN_AT_ONCE);
    await settled([draw('others'), alike.then(() => each(many, (part) => draw(`${part}/${many}`)))]);
  });
  await settled(
    [indexed, bundled, alike, drawn].map((one) =>
      one.catch((error: unknown) => {
        // Who waits for what has failed is told so.
        giveUp(told);
        entries.reject(error);
        parts.reject(error);
        throw error;
      }),
    ),
  );
  if (!size) throw new Error('The search index was not written');
  return size;
}

/** The same for each of so many numbers, from 0 on. */
function each<T>(many: number, work: (number: number) => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: many }, (_, number) => work(number)));
}

/** All of them, once all have ended; the first fault, in this order, is thrown. */
async function settled(all: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(all);
  await Promise.all(all);
}

/** A site for the public even when a test runner builds it: the content policy is left out of development pages. */
const FOR_ALL = { NODE_ENV: 'production' };
/** What it takes does not depend on the registry. */
const BUNDLING = {
  flags: ['--max-old-space-size=256', '--max-semi-space-size=4'],
  env: {
    ...FOR_ALL,
    ASTRO_TELEMETRY_DISABLED: '1',
    // The bundler gives back at once what it no longer uses.
    MIMALLOC_PURGE_DELAY: '0',
  },
};
