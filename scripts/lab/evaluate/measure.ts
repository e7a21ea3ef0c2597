import type { Need } from '../../../src/similarity/types.ts';
import type { Judged } from './data.ts';

/** A project asked for, and the one that should be found. */
export interface Question {
  readonly query: Need;
  readonly wanted: Need;
  /** Projects that do not count against it when they come first. */
  readonly excused: ReadonlySet<Need>;
  readonly family: string;
}

/** A share with its 95% interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

export interface Rates {
  readonly recall1: Share;
  readonly recall5: Share;
  readonly mrr: Share;
}

/** Each duplicate in both directions. Other known matches, and unlabelled projects of the family, are excused. */
export function questionsOf(
  pairs: readonly Judged[],
  needs: readonly Need[],
  families: ReadonlyMap<Need, string>,
): readonly Question[] {
  const labels = new Map<Need, Map<Need, Judged['label']>>();
  const note = (from: Need, to: Need, label: Judged['label']): void => {
    const known = labels.get(from) ?? new Map<Need, Judged['label']>();
    labels.set(from, known.set(to, label));
  };
  for (const { a, b, label } of pairs) {
    note(a, b, label);
    note(b, a, label);
  }
  const ask = (query: Need, wanted: Need): Question => {
    const family = families.get(query) ?? query.name;
    const excused = needs.filter((need) => {
      const label = labels.get(query)?.get(need);
      return label === undefined ? families.get(need) === family : label !== 'distinct';
    });
    return { query, wanted, excused: new Set(excused), family };
  };
  return pairs.filter(({ label }) => label === 'duplicate').flatMap(({ a, b }) => [ask(a, b), ask(b, a)]);
}

/** Where the wanted one stands, from 1. A tie counts against: what cannot be told apart has not been found. */
export function rankOf(
  { query, wanted, excused }: Question,
  pool: readonly Need[],
  scores: Float64Array,
): number {
  const scoreOf = ({ id }: Need): number => scores[Number(id)] ?? 0;
  const reached = scoreOf(wanted);
  let rank = 1;
  for (const need of pool) {
    if (need === query || need === wanted || excused.has(need)) continue;
    if (scoreOf(need) >= reached) rank++;
  }
  return rank;
}

/** Rates over ranks. For MRR the interval is that of a share of the same value: an approximation. */
export function ratesOf(ranks: readonly number[]): Rates {
  const within = (most: number): Share => wilson(ranks.filter((rank) => rank <= most).length, ranks.length);
  return {
    recall1: within(1),
    recall5: within(5),
    mrr: wilson(
      ranks.reduce((sum, rank) => sum + 1 / rank, 0),
      ranks.length,
    ),
  };
}

/** Recall@5 where each family counts the same. */
export function macroRecall(families: ReadonlyMap<string, readonly number[]>): number {
  const shares = [...families.values()].map((ranks) => ratesOf(ranks).recall5.value);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

export function byFamily(
  questions: readonly Question[],
  ranks: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const families = new Map<string, number[]>();
  for (const [at, { family }] of questions.entries())
    families.set(family, [...(families.get(family) ?? []), ranks[at] as number]);
  return families;
}

const Z = 1.959964;

/** Wilson's 95% interval of `hits` out of `of`. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1, of };
  const value = hits / of;
  const square = (Z * Z) / of;
  const middle = (value + square / 2) / (1 + square);
  const reach = (Z / (1 + square)) * Math.sqrt((value * (1 - value)) / of + square / (4 * of));
  return { value, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach), of };
}
