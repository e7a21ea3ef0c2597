import { statesFunction } from './convincing.ts';
import type { FeatureMaker } from './features.ts';
import { type FunctionItem, functionsOf } from './functions.ts';
import { fold } from './normalise.ts';
import { slotName } from './slots.ts';
import { makeSoft, type SoftVector, softCosine } from './soft-length.ts';
import type { Need } from './types.ts';
import { cosine, type Vector, vectorOf } from './vector.ts';

/** A function with what is compared of it. */
export interface ComparedFunction extends FunctionItem {
  /** Concepts, those of the whole project's topic dimmed; and undimmed. */
  readonly concepts: SoftVector;
  readonly everything: SoftVector;
  /** Characters of name and note, and of the name alone. */
  readonly grams: Vector;
  readonly title: Vector;
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
/** Concepts that weigh less than this together say little about a function. */
const TELLING = 0.4;
/** So much agreement of words, and how it counts together with that of concepts. */
const SOME = 0.15;
const BOTH = 0.6;

/** The functions of a need, ready to be compared; of drawn ones only what reads like a function. */
export function compareable(maker: FeatureMaker, need: Need): readonly ComparedFunction[] {
  const topic = new Set(maker.countConcepts(slotName(need.name).topic).keys());
  return functionsOf(need)
    .filter(statesFunction)
    .map((item) => {
      const { concepts, grams, titleGrams } = maker.ofFunction(fold(item.text), item.folded);
      const everything = makeSoft(maker.lexicon, concepts);
      const own = dimmed(concepts, topic);
      return {
        ...item,
        concepts: own === concepts ? everything : makeSoft(maker.lexicon, own),
        everything,
        grams,
        title: titleGrams,
        weight: own.length + WORDS * grams.length,
      };
    });
}

/** What the whole project is about says little of one of its functions. */
function dimmed(vector: Vector, topic: ReadonlySet<number>): Vector {
  const { keys, values } = vector;
  if (!keys.some((key) => topic.has(key))) return vector;
  return vectorOf(
    keys,
    values.map((weight, at) => (topic.has(keys[at] as number) ? TOPIC * weight : weight)),
  );
}

/** Compares the functions of two projects item by item, both ways. */
export function align(query: readonly ComparedFunction[], other: readonly ComparedFunction[]): Alignment {
  const partners = pairUp(query, other);
  const matched = query.flatMap((one, at): FunctionMatch[] => {
    const partner = partners.get(at);
    return partner ? [{ query: one, ...partner }] : [];
  });
  const taken = new Map(matched.map((match) => [match.other, match.share]));
  return {
    stated: areStated(query) && areStated(other),
    matched,
    missing: query.filter((_, at) => !partners.has(at)),
    there: met(query, (_, at) => partners.get(at)?.share ?? 0),
    back: met(other, (one) => taken.get(one) ?? 0),
  };
}

/** A list that is not there states nothing. */
function areStated(functions: readonly ComparedFunction[]): boolean {
  return functions.length > 0 && functions.every(({ drawn }) => !drawn);
}

type Partner = Pick<FunctionMatch, 'other' | 'share'>;

/** For each function its partner on the other side: the likest pair first, and nobody twice. */
function pairUp(
  query: readonly ComparedFunction[],
  other: readonly ComparedFunction[],
): ReadonlyMap<number, Partner> {
  const pairs = query.flatMap((one, at) =>
    other.map((two, there) => ({ at, there, two, share: alike(one, two) })),
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

function alike(a: ComparedFunction, b: ComparedFunction): number {
  // What is common to all systems, or to the whole project, is no proof that two of its functions are one …
  const telling = Math.min(1, Math.min(a.concepts.vector.length, b.concepts.vector.length) / TELLING);
  const meaning = telling === 0 ? 0 : telling * softCosine(a.concepts, b.concepts);
  const words = Math.max(cosine(a.grams, b.grams), cosine(a.title, b.title));
  // … but it counts where the words agree as well: 「独居老人档案」 and 「老人信息档案」.
  const both = words < SOME ? 0 : BOTH * (words + softCosine(a.everything, b.everything));
  return Math.min(1, Math.max(meaning, words, both));
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
