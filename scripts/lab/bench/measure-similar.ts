import { readLexiconFile } from '../../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../../src/io/registry.ts';
import { allDemands } from '../../../src/similarity/all-pairs.ts';
import { type Library, libraryOfRegistry } from '../../../src/similarity/finder.ts';
import { registryNeeds } from '../../../src/similarity/registry-needs.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { miniSearchOf, textOf } from '../evaluate/methods.ts';
import { randomFrom } from '../random.ts';
import { measureBrowser } from './browser.ts';
import { mixed, type SourceText } from './texts.ts';

const QUERIES = 250;
const RUNS = 3;
/** As many as the command lists. */
const LISTED = 10;
/** So many for each filing when all are compared with all: nobody is asked to answer for more. */
const LIKELY = 5;
/** Pairs judged in full for the time of one. */
const SAMPLE = 500;

/** Finding similar projects among all filings of a registry, beside a public search library in the same run. */
export async function measureSimilar(
  root: string,
  size: number,
  texts: readonly SourceText[],
): Promise<void> {
  const concepts = readLexiconFile(root);
  const needs = registryNeeds(await loadRegistry(root, '2026-11-24'));
  const queries = queriesOf(texts);
  const before = memory();
  const library = libraryOfRegistry(concepts, needs);
  const held = memory() - before;
  const indexing = least(() => libraryOfRegistry(concepts, needs));
  console.log(`similar ${size}: index ${indexing.toFixed(0)} ms, ${held.toFixed(0)} MB held`);
  print('one need, as the command answers', queries, (need) => library.find(need, LISTED));
  print('one need, shortlist only', queries, (need) => library.finder.shortlist(library.finder.ask(need)));
  await measureBrowser(concepts, needs, queries, LISTED);
  const search = miniSearchOf(needs);
  const searchIndexing = least(() => miniSearchOf(needs), 1);
  print(`MiniSearch BM25 (index ${searchIndexing.toFixed(0)} ms)`, queries, (need) =>
    search.search(textOf(need)).slice(0, LISTED),
  );
  let demanded = 0;
  const time = timed(() => {
    for (const _ of allDemands(library.maker, library.finder, needs, LIKELY)) demanded++;
  });
  console.log(
    `  all pairs of ${needs.length}: ${(time / 1000).toFixed(1)} s for deciding on the ${LIKELY} likeliest of each; ${demanded} answers demanded`,
  );
  console.log(`  one pair judged in full, with its evidence: ${judging(library, needs).toFixed(2)} ms`);
}

/** What people might ask: mixtures that are no entries. */
function queriesOf(texts: readonly SourceText[]): readonly Need[] {
  const random = randomFrom(QUERIES);
  return Array.from({ length: QUERIES }, (_, at) => ({ id: `query-${at}`, ...mixed(texts, random) }));
}

function print(what: string, queries: readonly Need[], answer: (need: Need) => unknown): void {
  // The first are slower than all that follow: a service answers more than once.
  for (const need of queries.slice(0, 20)) answer(need);
  const times = queries.map((need) => timed(() => answer(need))).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  console.log(`  ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${queries.length} queries`);
}

/** Milliseconds for one pair. */
function judging({ finder }: Library, needs: readonly Need[]): number {
  const asked = needs.slice(0, SAMPLE / LIKELY).map((need) => finder.ask(need));
  const hits = asked.map((one) => finder.shortlist(one, LIKELY));
  const time = timed(() => {
    for (const [at, one] of asked.entries())
      finder.judge(one, hits[at] ?? [], (number) => needs[number] as Need);
  });
  return time / hits.flat().length;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The least of several runs: the machine's other work only ever adds. */
function least(work: () => unknown, runs = RUNS): number {
  return Math.min(...Array.from({ length: runs }, () => timed(work)));
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20 + process.memoryUsage().arrayBuffers / 2 ** 20;
}
