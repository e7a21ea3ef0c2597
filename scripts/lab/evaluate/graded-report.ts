import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import { libraryOfBatch } from '../../../src/similarity/library.ts';
import { type GradedPool, readOwnPool, readPool } from './graded.ts';
import { type GradedFigures, gradedFigures, rankedBy, rankedByScores } from './graded-figures.ts';
import type { Share } from './measure.ts';
import { bm25, tfIdf } from './methods.ts';

/** The figures of a pool by every way of searching, the engine also without its lexicon. */
export interface PoolResult {
  readonly pool: string;
  readonly queries: number;
  readonly figures: Readonly<Record<string, GradedFigures>>;
}

/** All graded pools: the project's own, and those whose files are named behind `--pool records,grades`. */
export function poolResults(concepts: readonly Concept[], named: readonly string[]): readonly PoolResult[] {
  const others = named.map((files) => {
    const [records = '', grades = ''] = files.split(',');
    return readPool(records, records, grades);
  });
  return [readOwnPool(), ...others].map((pool) => poolResult(concepts, pool));
}

function poolResult(concepts: readonly Concept[], pool: GradedPool): PoolResult {
  const { needs } = pool;
  // Scores are asked for by the number of a need.
  const numbered = needs.map((need, at) => ({ ...need, id: String(at) }));
  const engine = (known: readonly Concept[]) =>
    gradedFigures(pool, rankedBy(libraryOfBatch({ concepts: known, threshold: undefined }, needs).find));
  return {
    pool: pool.name,
    queries: new Set(pool.grades.map(({ query }) => query)).size,
    figures: {
      'bigram TF-IDF': gradedFigures(pool, rankedByScores(needs, tfIdf(needs))),
      'MiniSearch BM25': gradedFigures(pool, rankedByScores(needs, bm25(numbered))),
      'engine without lexicon': engine([]),
      engine: engine(concepts),
    },
  };
}

/** As people read it in a terminal. */
export function poolText({ pool, queries, figures }: PoolResult): string {
  const head = `\n=== graded pool: ${pool}, ${queries} projects asked about`;
  const titles = ['', 'nDCG@5', 'precision of questions', 'asked of 3', 'asked of 2', 'a filing'];
  const rows = Object.entries(figures).map(([name, one]) => [
    name,
    one.ndcg5.toFixed(3),
    shareText(one.precision),
    shareText(one.recallOf3),
    shareText(one.recallOf2),
    one.demanded.toFixed(2),
  ]);
  return [head, ...[titles, ...rows].map((row) => row.map((cell) => cell.padEnd(26)).join(''))].join('\n');
}

function shareText({ value, low, high, of }: Share): string {
  return of === 0 ? '—' : `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
