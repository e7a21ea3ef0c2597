import { compareText } from '../text/finding.ts';
import { ADMITTED, admission, type KernelName, type Kernels, sharesFor } from './admission.ts';
import { type Digest, type FeatureMaker, type Features, isNamed } from './features.ts';
import { foldIn, type LatentSpace, nearness } from './latent.ts';
import { softLength, spread } from './soft-length.ts';
import { pairsOf, type Vector } from './vector.ts';

/** An entry of a corpus that came up for a query. */
export interface Hit {
  /** Its number in the corpus. */
  readonly number: number;
  readonly kernels: Kernels;
  /** 0..1: by what it was found, which is less than what it is judged by. */
  readonly base: number;
}

/** In these respects near concepts count as far as they are near; grams are the same or not. */
const SOFT: Readonly<Record<KernelName, boolean>> = {
  nameConcepts: true,
  concepts: true,
  nameGrams: false,
  grams: false,
};
const KERNEL_NAMES = Object.keys(SOFT) as KernelName[];

/** One respect: where each term stands, its weight there divided by the length of the entry's vector; and room to add up. */
interface Respect {
  readonly terms: ReadonlyMap<number, { readonly entries: Int32Array; readonly weights: Float64Array }>;
  /** The cosine of the last query with every entry. */
  readonly sums: Float64Array;
}

/**
 * All digests of a registry, inverted: for every concept and gram, where it stands and how much it weighs there. Every
 * entry that shares anything is scored, so nothing is lost by looking only at likely ones.
 */
export class Corpus {
  readonly #digests: readonly Digest[];
  readonly #maker: FeatureMaker;
  readonly #features: readonly Features[];
  readonly #respects: Readonly<Record<KernelName, Respect>>;
  readonly #places: readonly (Float64Array | undefined)[];

  constructor(maker: FeatureMaker, digests: readonly Digest[], space: LatentSpace) {
    this.#maker = maker;
    this.#digests = digests;
    this.#features = digests.map((digest) => maker.features(digest));
    this.#places = this.#features.map(({ grams }) => foldIn(space, pairsOf(grams)));
    const respect = (name: KernelName): Respect => {
      const vectors = this.#features.map((features) => features[name]);
      const terms = invert(vectors, (vector) => this.#lengthOf(name, vector));
      return { terms, sums: new Float64Array(digests.length) };
    };
    this.#respects = {
      nameConcepts: respect('nameConcepts'),
      concepts: respect('concepts'),
      nameGrams: respect('nameGrams'),
      grams: respect('grams'),
    };
  }

  /** Where an entry lies in the latent space, as far as its digest tells. */
  place(number: number): Float64Array | undefined {
    return this.#places[number];
  }

  features(number: number): Features {
    const features = this.#features[number];
    if (!features) throw new Error(`The corpus has no entry number ${number}`);
    return features;
  }

  /**
   * The entries most like the query, which lies at `place` of the latent space; best first, equals in the order of their
   * ids, none that has nothing in common with it. Never the entry of the same id.
   */
  search(query: Features, place: Float64Array | undefined, id: string, limit: number): readonly Hit[] {
    for (const name of KERNEL_NAMES) {
      const vector = query[name];
      const terms = SOFT[name] ? spread(this.#maker.lexicon, vector) : pairsOf(vector);
      addUp(this.#respects[name], terms, this.#lengthOf(name, vector));
    }
    return this.#best(query, place, id, limit);
  }

  #lengthOf(name: KernelName, vector: Vector): number {
    return SOFT[name] ? softLength(this.#maker.lexicon, vector) : vector.length;
  }

  /** One object serves for all entries: only what is kept becomes an object of its own. */
  #best(query: Features, place: Float64Array | undefined, id: string, limit: number): readonly Hit[] {
    const { nameConcepts, concepts, nameGrams, grams } = this.#respects;
    const shares = sharesFor(isNamed(query));
    const kernels = { nameConcepts: 0, concepts: 0, nameGrams: 0, grams: 0 };
    const best: Hit[] = [];
    let least = ADMITTED;
    for (let number = 0; number < this.#features.length; number++) {
      kernels.nameConcepts = Math.min(1, nameConcepts.sums[number] ?? 0);
      kernels.concepts = Math.min(1, concepts.sums[number] ?? 0);
      kernels.nameGrams = Math.min(1, nameGrams.sums[number] ?? 0);
      kernels.grams = Math.min(1, grams.sums[number] ?? 0);
      const near = nearness(place, this.#places[number]);
      const base = admission(kernels, near, shares, query.act === this.features(number).act);
      if (base < least || this.#digests[number]?.id === id) continue;
      this.#keep(best, { number, kernels: { ...kernels }, base }, limit);
      if (best.length === limit) least = Math.max(least, best[limit - 1]?.base ?? 0);
    }
    return best;
  }

  /** Puts a hit in its place among the best: many thousands share something with a query, and few are wanted. */
  #keep(best: Hit[], hit: Hit, limit: number): void {
    let at = best.length;
    for (let one = best[at - 1]; one && this.#compare(hit, one) < 0; one = best[at - 1]) at--;
    if (at >= limit) return;
    best.splice(at, 0, hit);
    if (best.length > limit) best.pop();
  }

  #compare(a: Hit, b: Hit): number {
    const idOf = ({ number }: Hit): string => this.#digests[number]?.id ?? '';
    return b.base - a.base || compareText(idOf(a), idOf(b)) || a.number - b.number;
  }
}

function invert(vectors: readonly Vector[], length: (vector: Vector) => number): Respect['terms'] {
  const lists = new Map<number, { readonly entries: number[]; readonly weights: number[] }>();
  for (const [number, vector] of vectors.entries()) {
    const whole = length(vector);
    if (whole === 0) continue;
    for (const [at, term] of vector.keys.entries()) {
      const list = lists.get(term);
      const weight = (vector.values[at] ?? 0) / whole;
      if (list) {
        list.entries.push(number);
        list.weights.push(weight);
      } else lists.set(term, { entries: [number], weights: [weight] });
    }
  }
  return new Map(
    [...lists].map(([term, { entries, weights }]) => [
      term,
      { entries: Int32Array.from(entries), weights: Float64Array.from(weights) },
    ]),
  );
}

/** Cosines of the query with every entry, into `sums`. */
function addUp({ terms, sums }: Respect, query: Iterable<readonly [number, number]>, length: number): void {
  sums.fill(0);
  if (length === 0) return;
  for (const [term, weight] of query) {
    const list = terms.get(term);
    if (!list) continue;
    const share = weight / length;
    const { entries, weights } = list;
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] ?? 0;
      sums[entry] = (sums[entry] ?? 0) + share * (weights[at] ?? 0);
    }
  }
}
