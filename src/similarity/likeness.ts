import type { Act } from './acts.ts';
import { type Alignment, alignmentScore } from './align.ts';
import { matchConcepts } from './concept-likeness.ts';
import type { FeatureMaker, Features } from './features.ts';
import type { Asked } from './judge.ts';
import { nearness } from './latent.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { partsOfOne } from './lots.ts';
import { cosine, type Vector } from './vector.ts';

/**
 * In what two projects are alike, each 0..1, and what kind of pair they are, each 0 or 1. The first group can only raise a
 * score, the second only lower it.
 */
export interface Likeness {
  /** The concepts of both, as far as they are near. */
  readonly concepts: number;
  /** The share of both names' concepts that is the very same. */
  readonly sameObject: number;
  /** How much the concepts that both have say: one common or wide concept says little, three rare ones much. */
  readonly telling: number;
  /** Letter pairs of everything that was kept; of the text as written; and how much the common ones say. */
  readonly words: number;
  readonly text: number;
  readonly commonWords: number;
  /** How much of the shorter name stands in the other project. */
  readonly nameCovered: number;
  /** Nearness in the latent space; the same as far as the space knows both texts; and together with the concepts. */
  readonly latent: number;
  readonly latentSure: number;
  readonly latentAndConcepts: number;
  /** Where the lexicon knows nothing of a side, concepts speak neither for nor against: words and nearness count more. */
  readonly wordsUnknown: number;
  readonly latentUnknown: number;
  /** How far the stated functions are the same; 0 where a side has stated none. */
  readonly functions: number;

  /** A build against a service, goods, or works of one site; two services of one unit, or of two; two different ones. */
  readonly buildAndService: number;
  readonly buildAndGoods: number;
  readonly buildAndSite: number;
  readonly sameServiceOneUnit: number;
  readonly sameServiceTwoUnits: number;
  readonly otherServices: number;
  /** Parts of one undertaking of one unit: names that begin alike and go on to different things. */
  readonly parts: number;
}

export type LikenessName = keyof Likeness;

/** Nothing in common, and two builds: what every pair begins with. */
const NOTHING: Likeness = {
  concepts: 0,
  sameObject: 0,
  telling: 0,
  words: 0,
  text: 0,
  commonWords: 0,
  nameCovered: 0,
  latent: 0,
  latentSure: 0,
  latentAndConcepts: 0,
  wordsUnknown: 0,
  latentUnknown: 0,
  functions: 0,
  buildAndService: 0,
  buildAndGoods: 0,
  buildAndSite: 0,
  sameServiceOneUnit: 0,
  sameServiceTwoUnits: 0,
  otherServices: 0,
  parts: 0,
};

/** So many rare letter pairs in common say half of what any number says. */
const SOME_WORDS = 2;

/**
 * In what two projects are alike. `concepts` is what the search has worked out already; without an alignment functions
 * count for nothing.
 */
export function likenessOf(
  maker: FeatureMaker,
  query: Asked,
  other: Asked,
  concepts: number,
  alignment: Alignment | undefined,
): Likeness {
  const [a, b] = [query.features, other.features];
  const [here, there] = [query.whole, other.whole];
  const oneUnit =
    query.need.unit !== undefined && query.need.unit !== '' && query.need.unit === other.need.unit;
  const { lexicon } = maker;
  const words = cosine(here.words, there.words);
  // The same words are near, also where the space of a small registry knows none of them.
  const near = nearness(here.place, there.place);
  const latent = Math.max(words, near);
  const latentSure = Math.max(words, near * Math.sqrt(here.known * there.known));
  const unknown = Number(isUnknown(lexicon, a) || isUnknown(lexicon, b));
  const gramRarity = (gram: number): number => maker.gramRarity(gram);
  const told = Math.min(toldBy(maker, a.concepts, b.concepts), toldBy(maker, b.concepts, a.concepts));
  const common = commonWeight(here.words, there.words, gramRarity);
  return {
    ...NOTHING,
    ...kindOfPair(a.act, b.act, oneUnit),
    concepts,
    sameObject: sameObject(a, b),
    telling: told / (told + 1),
    words,
    text: cosine(here.text, there.text),
    commonWords: common / (common + SOME_WORDS),
    nameCovered: Math.min(
      covered(a.nameGrams, there.words, gramRarity),
      covered(b.nameGrams, here.words, gramRarity),
    ),
    latent,
    latentSure,
    latentAndConcepts: Math.sqrt(concepts * latent),
    wordsUnknown: unknown * words,
    latentUnknown: unknown * latentSure,
    functions: alignment?.stated ? alignmentScore(alignment) : 0,
    parts: oneUnit ? partsOfOne(maker, a.slots.topic, b.slots.topic) : 0,
  };
}

const GOODS: ReadonlySet<Act> = new Set(['设备采购']);
const SITE: ReadonlySet<Act> = new Set(['配套工程', '工程施工']);

/** Whether a question can arise between two acts at all. */
function kindOfPair(a: Act, b: Act, oneUnit: boolean): Partial<Likeness> {
  const builds = Number(a === '建设') + Number(b === '建设');
  const is = (...acts: readonly ReadonlySet<Act>[]): boolean => acts.some((set) => set.has(a) || set.has(b));
  const goods = is(GOODS);
  const site = is(SITE);
  return {
    buildAndGoods: Number(builds === 1 && goods),
    buildAndSite: Number(builds === 1 && site),
    buildAndService: Number(builds === 1 && !goods && !site),
    sameServiceOneUnit: Number(builds === 0 && a === b && oneUnit),
    sameServiceTwoUnits: Number(builds === 0 && a === b && !oneUnit),
    otherServices: Number(builds === 0 && a !== b),
  };
}

/** Lots of one undertaking are distinct from each other. */
const LOTS = 0.9;

/** Whether a question can arise at all: between two builds, one of which may be of things or of a site, or when one unit buys
 * the same service twice; never between two lots of one undertaking. */
export function mayBeAsked(likeness: Likeness): boolean {
  const { buildAndService, otherServices, sameServiceTwoUnits, parts } = likeness;
  return buildAndService + otherServices + sameServiceTwoUnits === 0 && parts < LOTS;
}

/** How much of one vector's weight, counted by rarity, the other has; 0..1. */
function covered(one: Vector, other: Vector, rarity: (gram: number) => number): number {
  const weigh = (gram: number): number => rarity(gram) * rarity(gram);
  let all = 0;
  for (const gram of one.keys) all += weigh(gram);
  return all === 0 ? 0 : commonWeight(one, other, weigh) / all;
}

/** How much the terms that both have weigh together. */
function commonWeight(a: Vector, b: Vector, weigh: (term: number) => number): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const [left, right] = [a.keys[i] ?? 0, b.keys[j] ?? 0];
    if (left === right) sum += weigh(left);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return sum;
}

/** The smaller of the shares that the very same concepts have of each side's name. */
function sameObject({ nameConcepts: a }: Features, { nameConcepts: b }: Features): number {
  return Math.min(shareIn(a, b), shareIn(b, a));
}

function shareIn(one: Vector, other: Vector): number {
  const there = new Set(other.keys);
  let all = 0;
  let shared = 0;
  for (const [at, key] of one.keys.entries()) {
    const weight = one.values[at] ?? 0;
    all += weight;
    if (there.has(key)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

const GENERIC = 0.12;

/** How much the concepts of one side that the other has, or has something near to, say together; two umbrellas that meet say
 * hardly anything. */
function toldBy(maker: FeatureMaker, one: Vector, other: Vector): number {
  const { concepts, specific } = maker.lexicon;
  let sum = 0;
  for (const { concept, nearest, share } of matchConcepts(maker.lexicon, one, other)) {
    if (share === 0) continue;
    const narrow = Math.min(specific[concept] ?? 1, specific[nearest] ?? 1);
    sum += share * narrow * maker.conceptRarity(concept) * (concepts[concept]?.generic ? GENERIC : 1);
  }
  return sum;
}

/** True when the lexicon knows nothing of a project but what every system has. */
function isUnknown({ concepts: known }: LexiconIndex, { concepts }: Features): boolean {
  return concepts.keys.every((concept) => known[concept]?.generic !== false);
}
