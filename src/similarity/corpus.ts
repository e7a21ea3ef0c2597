import type { Act } from './acts.ts';
import { type Digest, type FeatureMaker, type Features, isNamed } from './features.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { baseScore, type Kernels, SHOWN, sharesFor } from './score.ts';
import { softLength, spread } from './soft-length.ts';
import type { Vector } from './vector.ts';

/** An entry of a corpus that came up for a query. */
export interface Hit {
  /** Its number in the corpus. */
  readonly number: number;
  readonly kernels: Kernels;
  /** 0..1, before functions are compared. */
  readonly base: number;
}

/**
 * All digests of a registry, inverted: for every concept and gram, where it stands and how much it weighs there. Every
 * entry that shares anything is scored, so nothing is lost by looking only at likely ones.
 */
export class Corpus {
  readonly digests: readonly Digest[];
  readonly #maker: FeatureMaker;
  readonly #features: readonly Features[];
  readonly #acts: readonly Act[];
  readonly #nameConcepts: Postings;
  readonly #concepts: Postings;
  readonly #nameGrams: Postings;
  readonly #grams: Postings;
  readonly #sums: Readonly<Record<keyof Kernels, Float64Array>>;

  constructor(maker: FeatureMaker, digests: readonly Digest[]) {
    const { lexicon } = maker;
    const size = digests.length;
    this.#maker = maker;
    this.digests = digests;
    this.#features = digests.map((digest) => maker.features(digest));
    this.#acts = digests.map(({ act }) => act);
    const soft = softLengths(lexicon);
    this.#nameConcepts = invert(this.#features, ({ nameConcepts }) => nameConcepts, soft);
    this.#concepts = invert(this.#features, ({ concepts }) => concepts, soft);
    this.#nameGrams = invert(this.#features, ({ nameGrams }) => nameGrams, lengthOf);
    this.#grams = invert(this.#features, ({ grams }) => grams, lengthOf);
    this.#sums = {
      nameConcepts: new Float64Array(size),
      concepts: new Float64Array(size),
      nameGrams: new Float64Array(size),
      grams: new Float64Array(size),
    };
  }

  features(number: number): Features {
    const features = this.#features[number];
    if (!features) throw new Error(`The corpus has no entry number ${number}`);
    return features;
  }

  /**
   * The entries most like the query, best first, equals in the order of their ids; none that scores under `from`. Never the
   * entry of the same id.
   */
  search(query: Features, id: string, limit: number, from = SHOWN): readonly Hit[] {
    const { lexicon } = this.#maker;
    const sums = this.#sums;
    addUp(
      this.#nameConcepts,
      spread(lexicon, query.nameConcepts),
      softLength(lexicon, query.nameConcepts),
      sums.nameConcepts,
    );
    addUp(
      this.#concepts,
      spread(lexicon, query.concepts),
      softLength(lexicon, query.concepts),
      sums.concepts,
    );
    addUp(this.#nameGrams, pairsOf(query.nameGrams), query.nameGrams.length, sums.nameGrams);
    addUp(this.#grams, pairsOf(query.grams), query.grams.length, sums.grams);
    return this.#best(query, id, limit, from);
  }

  /** One object serves for all entries: only what is kept becomes an object of its own. */
  #best(query: Features, id: string, limit: number, from: number): readonly Hit[] {
    const { nameConcepts, concepts, nameGrams, grams } = this.#sums;
    const shares = sharesFor(isNamed(query));
    const kernels = { nameConcepts: 0, concepts: 0, nameGrams: 0, grams: 0 };
    const best: Hit[] = [];
    let least = from;
    for (let number = 0; number < this.#acts.length; number++) {
      kernels.nameConcepts = Math.min(1, nameConcepts[number] as number);
      kernels.concepts = Math.min(1, concepts[number] as number);
      kernels.nameGrams = Math.min(1, nameGrams[number] as number);
      kernels.grams = Math.min(1, grams[number] as number);
      const base = baseScore(kernels, shares, query.act, this.#acts[number] as Act);
      if (base < least || this.digests[number]?.id === id) continue;
      this.#keep(best, { number, kernels: { ...kernels }, base }, limit);
      if (best.length === limit) least = Math.max(least, best[limit - 1]?.base ?? 0);
    }
    return best;
  }

  /** Puts a hit in its place among the best: many thousands share something with a query, and few are wanted. */
  #keep(best: Hit[], hit: Hit, limit: number): void {
    let at = best.length;
    while (at > 0 && this.#compare(hit, best[at - 1] as Hit) < 0) at--;
    if (at >= limit) return;
    best.splice(at, 0, hit);
    if (best.length > limit) best.pop();
  }

  #compare(a: Hit, b: Hit): number {
    return b.base - a.base || this.#byId(a, b);
  }

  #byId(a: Hit, b: Hit): number {
    const [left = '', right = ''] = [this.digests[a.number]?.id, this.digests[b.number]?.id];
    return left < right ? -1 : left > right ? 1 : a.number - b.number;
  }
}

/** For each term the entries that hold it, with its weight there divided by the length of the entry's vector. */
interface Postings {
  readonly terms: ReadonlyMap<number, { readonly entries: Int32Array; readonly weights: Float64Array }>;
}

type Length = (vector: Vector) => number;
const lengthOf: Length = ({ length }) => length;

function softLengths(lexicon: LexiconIndex): Length {
  return (vector) => softLength(lexicon, vector);
}

function invert(
  features: readonly Features[],
  pick: (features: Features) => Vector,
  length: Length,
): Postings {
  const lists = new Map<number, { entries: number[]; weights: number[] }>();
  for (const [number, one] of features.entries()) {
    const vector = pick(one);
    const whole = length(vector);
    if (whole === 0) continue;
    for (let at = 0; at < vector.keys.length; at++) {
      const key = vector.keys[at] as number;
      const list = lists.get(key) ?? { entries: [], weights: [] };
      if (list.entries.length === 0) lists.set(key, list);
      list.entries.push(number);
      list.weights.push((vector.values[at] as number) / whole);
    }
  }
  const terms = new Map(
    [...lists].map(([key, { entries, weights }]) => [
      key,
      { entries: Int32Array.from(entries), weights: Float64Array.from(weights) },
    ]),
  );
  return { terms };
}

function pairsOf({ keys, values }: Vector): Iterable<readonly [number, number]> {
  return keys.map((key, at) => [key, values[at] as number] as const);
}

/** Cosines of the query with every entry, into `sums`. */
function addUp(
  { terms }: Postings,
  query: Iterable<readonly [number, number]>,
  length: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  if (length === 0) return;
  for (const [term, weight] of query) {
    const list = terms.get(term);
    if (!list) continue;
    const share = weight / length;
    const { entries, weights } = list;
    for (let at = 0; at < entries.length; at++)
      sums[entries[at] as number] = (sums[entries[at] as number] as number) + share * (weights[at] as number);
  }
}
