import { actOf } from '../../../src/similarity/acts.ts';
import { NO_SPACE } from '../../../src/similarity/latent.ts';
import { indexLexicon } from '../../../src/similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import { libraryOfBatch } from '../../../src/similarity/library.ts';
import { fold } from '../../../src/similarity/normalise.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { type GradedPool, readOwnPool, readPool } from './graded.ts';
import {
  type GradedFigures,
  gradedFigures,
  type Ranker,
  rankedBy,
  rankedByScores,
} from './graded-figures.ts';
import type { Share } from './measure.ts';
import { bm25, tfIdf } from './methods.ts';

/** The figures of a pool by every way of searching, the engine also without each of its parts, and by kind of project. */
export interface PoolResult {
  readonly pool: string;
  readonly queries: number;
  readonly figures: Readonly<Record<string, GradedFigures>>;
  /** The engine's figures for some of the projects asked about: by act, by nature, in and out of the lexicon. */
  readonly strata: Readonly<Record<string, GradedFigures>>;
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
  const ranker = (known: readonly Concept[], space?: typeof NO_SPACE): Ranker =>
    remembered(rankedBy(libraryOfBatch({ concepts: known, threshold: undefined }, needs, space).find));
  const engine = ranker(concepts);
  return {
    pool: pool.name,
    queries: new Set(pool.grades.map(({ query }) => query)).size,
    figures: {
      'bigram TF-IDF': gradedFigures(pool, rankedByScores(needs, tfIdf(needs))),
      'MiniSearch BM25': gradedFigures(pool, rankedByScores(needs, bm25(numbered))),
      'engine without lexicon': gradedFigures(pool, ranker([])),
      'engine without latent space': gradedFigures(pool, ranker(concepts, NO_SPACE)),
      engine: gradedFigures(pool, engine),
    },
    strata: strataOf(concepts, pool, engine),
  };
}

function remembered(rank: Ranker): Ranker {
  const known = new Map<Need, ReturnType<Ranker>>();
  return (need) => {
    const ranked = known.get(need) ?? rank(need);
    known.set(need, ranked);
    return ranked;
  };
}

/** Fewer projects than this say nothing of their kind. */
const LEAST_OF_KIND = 5;

function strataOf(
  concepts: readonly Concept[],
  { name, needs, grades }: GradedPool,
  rank: Ranker,
): Readonly<Record<string, GradedFigures>> {
  const kindsOf = kindsBy(concepts);
  const byId = new Map(needs.map((need) => [need.id, need]));
  const queries = [...new Set(grades.map(({ query }) => query))].flatMap((id) => byId.get(id) ?? []);
  const kinds = Map.groupBy(
    queries.flatMap((need) => kindsOf(need).map((kind) => ({ kind, id: need.id }))),
    ({ kind }) => kind,
  );
  const some = [...kinds]
    .filter(([, all]) => all.length >= LEAST_OF_KIND)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    some.map(([kind, all]) => {
      const ids = new Set(all.map(({ id }) => id));
      const chosen = grades.filter(({ query }) => ids.has(query));
      return [`${kind}（${ids.size}）`, gradedFigures({ name, needs, grades: chosen }, rank)];
    }),
  );
}

/** 做的事, 性质 and 词表 of a project, by its name. */
function kindsBy(concepts: readonly Concept[]): (need: Need) => readonly string[] {
  const lexicon = indexLexicon(concepts);
  return ({ name, description = '' }) => {
    const known = (text: string) =>
      lexicon.find(fold(text)).flatMap(({ concept }) => lexicon.concepts[concept] ?? []);
    const [first] = known(name).filter(({ generic }) => !generic);
    const isKnown = known(`${name} ${description}`).some(({ generic }) => !generic);
    return [
      `做的事：${actOf(name, description)}`,
      ...(first ? [`性质：${first.nature}`] : []),
      isKnown ? '词表认得' : '词表不认得',
    ];
  };
}

/** As people read it in a terminal. */
export function poolText({ pool, queries, figures, strata }: PoolResult): string {
  const head = `\n=== graded pool: ${pool}, ${queries} projects asked about`;
  const titles = [
    '',
    'nDCG@5',
    'precision of questions',
    'asked of 3',
    'asked of 2',
    'a filing, mean and p90',
  ];
  const rows = Object.entries({ ...figures, ...strata }).map(([name, one]) => [
    name,
    one.ndcg5.toFixed(3),
    shareText(one.precision),
    shareText(one.recallOf3),
    shareText(one.recallOf2),
    `${one.demanded.toFixed(2)}, ${one.demanded90}`,
  ]);
  return [head, ...[titles, ...rows].map((row) => row.map((cell) => cell.padEnd(27)).join(''))].join('\n');
}

function shareText({ value, low, high, of }: Share): string {
  return of === 0 ? '—' : `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
