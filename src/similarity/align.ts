import type { FeatureMaker } from './features.ts';
import { type FunctionItem, functionsOf } from './functions.ts';
import { slotName } from './slots.ts';
import { softCosine } from './soft-length.ts';
import type { Need } from './types.ts';
import { cosine, makeVector, type Vector } from './vector.ts';

/** A function with what is compared of it. */
export interface ComparedFunction extends FunctionItem {
  readonly concepts: Vector;
  readonly grams: Vector;
  /** How much it says, against the other functions of its project. */
  readonly weight: number;
}

/** A function of one side and the one of the other side that does the same. */
export interface FunctionMatch {
  readonly query: ComparedFunction;
  readonly other: ComparedFunction;
  /** 0..1: how far they are the same. */
  readonly share: number;
}

/** Two lists of functions compared item by item, both ways. */
export interface Alignment {
  /** Both sides stated their functions; where one is drawn from a paragraph, counting them proves little. */
  readonly stated: boolean;
  readonly matched: readonly FunctionMatch[];
  /** Functions of the query that the other side lacks. */
  readonly missing: readonly ComparedFunction[];
  /** How much of the query the other side has, 0..1, and the other way round. */
  readonly there: number;
  readonly back: number;
}

/** Below this two functions are not the same thing. */
const SAME = 0.5;
/** How much the characters of a function weigh beside its concepts. */
const WORDS = 0.2;
const TOPIC = 0.3;

/** The functions of a need, ready to be compared. */
export function compareable(maker: FeatureMaker, need: Need): readonly ComparedFunction[] {
  const topic = new Set(maker.countConcepts(slotName(need.name).topic).keys());
  return functionsOf(need).map((item) => {
    const { concepts, grams } = maker.vectors(item.folded);
    const own = dimmed(concepts, topic);
    return { ...item, concepts: own, grams, weight: own.length + WORDS * grams.length };
  });
}

/** What the whole project is about says little of one of its functions. */
function dimmed({ keys, values }: Vector, topic: ReadonlySet<number>): Vector {
  return makeVector(
    new Map(keys.map((key, at) => [key, (values[at] as number) * (topic.has(key) ? TOPIC : 1)])),
  );
}

/** Compares the functions of two projects item by item, both ways. */
export function align(
  maker: FeatureMaker,
  query: readonly ComparedFunction[],
  other: readonly ComparedFunction[],
): Alignment {
  const partners = pairUp(maker, query, other);
  const matched = query.flatMap((one, at): FunctionMatch[] => {
    const partner = partners.get(at);
    return partner ? [{ query: one, ...partner }] : [];
  });
  const taken = new Map(matched.map((match) => [match.other, match.share]));
  return {
    stated: !query.some(({ drawn }) => drawn) && !other.some(({ drawn }) => drawn),
    matched,
    missing: query.filter((_, at) => !partners.has(at)),
    there: met(query, (_, at) => partners.get(at)?.share ?? 0),
    back: met(other, (one) => taken.get(one) ?? 0),
  };
}

type Partner = Pick<FunctionMatch, 'other' | 'share'>;

/** For each function its partner on the other side: the likest pair first, and nobody twice. */
function pairUp(
  maker: FeatureMaker,
  query: readonly ComparedFunction[],
  other: readonly ComparedFunction[],
): ReadonlyMap<number, Partner> {
  const pairs = query.flatMap((one, at) =>
    other.map((two, there) => ({ at, there, two, share: alike(maker, one, two) })),
  );
  const partners = new Map<number, Partner>();
  const taken = new Set<number>();
  for (const { at, there, two, share } of pairs
    .filter((pair) => pair.share >= SAME)
    .sort((a, b) => b.share - a.share || a.at - b.at || a.there - b.there)) {
    if (partners.has(at) || taken.has(there)) continue;
    partners.set(at, { other: two, share });
    taken.add(there);
  }
  return partners;
}

/** How alike two lists of functions are, 0..1: each side's share of the other, the fuller one counting more. */
export function alignmentScore({ there, back }: Alignment): number {
  return 0.7 * Math.sqrt(there * back) + 0.3 * Math.max(there, back);
}

function alike({ lexicon }: FeatureMaker, a: ComparedFunction, b: ComparedFunction): number {
  return Math.max(softCosine(lexicon, a.concepts, b.concepts), cosine(a.grams, b.grams));
}

/** The share of a list's weight that has a partner. */
function met(
  items: readonly ComparedFunction[],
  shareOf: (item: ComparedFunction, at: number) => number,
): number {
  let total = 0;
  let sum = 0;
  for (const [at, item] of items.entries()) {
    total += item.weight;
    sum += item.weight * shareOf(item, at);
  }
  return total === 0 ? 0 : sum / total;
}
