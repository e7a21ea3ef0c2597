import type { Candidate } from '../../../src/similarity/judge.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { type GradedPool, USEFUL } from './graded.ts';
import { type Share, wilson } from './measure.ts';

/** How a way of searching does on a graded pool. */
export interface GradedFigures {
  /** Of what has to be answered and was graded, the share that is useful; and of each useful grade the share that is asked. */
  readonly precision: Share;
  readonly recallOf3: Share;
  readonly recallOf2: Share;
  /** Order of the first five graded ones, gain 2^grade − 1, over questions with anything related. */
  readonly ndcg5: number;
  /** Answers demanded of a filing: the mean, and what nine of ten filings do not exceed. */
  readonly demanded: number;
  readonly demanded90: number;
}

/** What a way of searching says of a project: the order, and what has to be answered. */
export interface Ranked {
  readonly ids: readonly string[];
  readonly asked: ReadonlySet<string>;
}

export type Ranker = (need: Need) => Ranked;

/** What the engine says. */
export function rankedBy(find: (need: Need, limit: number) => readonly Candidate[]): Ranker {
  return (need) => {
    const found = find(need, LISTED);
    return {
      ids: found.map(({ id }) => id),
      asked: new Set(found.filter(({ mustAnswer }) => mustAnswer).map(({ id }) => id)),
    };
  };
}

/** What a plain method says, which asks nothing: its scores, by the numbers of the needs. */
export function rankedByScores(needs: readonly Need[], scoresOf: (need: Need) => Float64Array): Ranker {
  return (need) => {
    const scores = scoresOf(need);
    const order = needs
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .filter(({ id }) => id !== need.id);
    order.sort((a, b) => b.score - a.score);
    return { ids: order.map(({ id }) => id), asked: new Set() };
  };
}

const LISTED = 100;
const FIRST = 5;

/** The figures of one pool. */
export function gradedFigures({ needs, grades }: GradedPool, rank: Ranker): GradedFigures {
  const byId = new Map(needs.map((need) => [need.id, need]));
  const questions = [...Map.groupBy(grades, ({ query }) => query)].flatMap(([id, all]) => {
    const need = byId.get(id);
    return need
      ? [{ ranked: rank(need), grades: new Map(all.map((one) => [one.candidate, one.grade])) }]
      : [];
  });
  const pairs = questions.flatMap(({ ranked, grades: known }) =>
    [...known].map(([id, grade]) => ({ grade, asked: ranked.asked.has(id) })),
  );
  const asked = pairs.filter((pair) => pair.asked);
  const recall = (grade: number): Share => {
    const all = pairs.filter((pair) => pair.grade === grade);
    return wilson(all.filter((pair) => pair.asked).length, all.length);
  };
  const orders = questions.flatMap(({ ranked, grades: known }) => ndcg(ranked.ids, known) ?? []);
  return {
    precision: wilson(asked.filter(({ grade }) => grade >= USEFUL).length, asked.length),
    recallOf3: recall(3),
    recallOf2: recall(2),
    ndcg5: orders.reduce((sum, one) => sum + one, 0) / orders.length,
    demanded: questions.reduce((sum, { ranked }) => sum + ranked.asked.size, 0) / questions.length,
    demanded90: percentile(
      questions.map(({ ranked }) => ranked.asked.size),
      0.9,
    ),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Undefined where nothing related was graded: no order is better than another. What nobody has graded is left out. */
function ndcg(ids: readonly string[], grades: ReadonlyMap<string, number>): number | undefined {
  const best = gain([...grades.values()].sort((a, b) => b - a));
  if (best === 0) return undefined;
  return gain(ids.flatMap((id) => grades.get(id) ?? [])) / best;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, FIRST).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
