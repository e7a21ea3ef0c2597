import { readBasis } from '../../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../../src/io/registry.ts';
import { say } from '../../../src/io/say.ts';
import { type Library, libraryOfRegistry } from '../../../src/similarity/library.ts';
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

/** Finding similar projects among all filings of a registry, beside a public search library in the same run. */
export async function measureSimilar(
  root: string,
  size: number,
  texts: readonly SourceText[],
): Promise<void> {
  const by = readBasis(root);
  const needs = registryNeeds(await loadRegistry(root, '2026-11-24'));
  const queries = queriesOf(texts);
  const before = memory();
  const library = libraryOfRegistry(by, needs);
  const held = memory() - before;
  const indexing = least(() => libraryOfRegistry(by, needs));
  say(`similar ${size}: index ${indexing.toFixed(0)} ms, ${held.toFixed(0)} MB held`);
  print('one need, as the command answers, each entry read for the first time', queries, (need) =>
    library.find(need, LISTED),
  );
  // As it is measured in the browser: what was read once is ready.
  print('one need again', queries, (need) => library.find({ ...need }, LISTED));
  print('one need, shortlist only', queries, (need) => library.finder.shortlist(library.finder.ask(need)));
  await measureBrowser(by, needs, queries, LISTED);
  const search = miniSearchOf(needs);
  const searchIndexing = least(() => miniSearchOf(needs), 1);
  print(`MiniSearch BM25 (index ${searchIndexing.toFixed(0)} ms)`, queries, (need) =>
    search.search(textOf(need)).slice(0, LISTED),
  );
  const { pairs, demanded, time } = allPairs(library, LIKELY);
  say(
    `  all pairs of ${needs.length}: ${(time / 1000).toFixed(1)} s for the ${LIKELY} likeliest of each; ${demanded} answers demanded; ${(time / pairs).toFixed(2)} ms for one pair in full, with its evidence`,
  );
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
  say(`  ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${queries.length} queries`);
}

/** Every entry as if it were handed in: among its likeliest others, those that it would have to answer for. */
function allPairs(
  { finder, needs }: Library,
  limit: number,
): { pairs: number; demanded: number; time: number } {
  let pairs = 0;
  let demanded = 0;
  const time = timed(() => {
    for (const need of needs) {
      const asked = finder.ask(need);
      const found = finder.judge(asked, finder.shortlist(asked, limit), (number) => needs[number]);
      pairs += found.length;
      demanded += found.filter(({ mustAnswer }) => mustAnswer).length;
    }
  });
  return { pairs, demanded, time };
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
