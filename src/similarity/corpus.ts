import { compareText } from '../text/finding.ts';
import { ADMITTED, admission, type KernelName, type Kernels, sharesFor } from './admission.ts';
import {
  type Columns,
  indexOfTerm,
  inSteps,
  KERNEL_NAMES,
  lengthIn,
  type Postings,
  SOFT,
  STEPS,
} from './columns.ts';
import { type FeatureMaker, type Features, isNamed } from './features.ts';
import { spread } from './soft-length.ts';
import { pairsOf, type Vector } from './vector.ts';

/** An entry of a corpus that came up for a query. */
export interface Hit {
  /** Its number in the corpus. */
  readonly number: number;
  readonly kernels: Kernels;
  /** 0..1: by what it was found, which is less than what it is judged by. */
  readonly base: number;
}

/** What is searched for, and where it lies in the latent space. */
export interface Sought {
  readonly id: string;
  readonly features: Features;
  readonly place: Float64Array | undefined;
  /** Letter pairs of the whole text, where it is at hand; otherwise those of the features serve. */
  readonly words?: Vector;
}

/** Entries that can be searched. */
export interface Searchable {
  readonly length: number;
  readonly idOf: (number: number) => string;
  /** Where an entry lies in the latent space, as far as its digest tells. */
  readonly place: (number: number) => Float64Array | undefined;
  /** Best first, equals in the order of their ids; never the entry of the id that is sought. */
  readonly search: (sought: Sought, limit: number) => readonly Hit[];
}

const NEAREST = 1;

/**
 * All digests of a registry, inverted: for every concept and gram, where it stands and how much it weighs there. Every
 * entry that shares anything is scored, so nothing is lost by looking only at likely ones.
 */
export class Corpus implements Searchable {
  readonly #maker: FeatureMaker;
  readonly #columns: Columns;
  /** The cosine of the last query with every entry, in each respect. */
  readonly #sums: Readonly<Record<KernelName, Float64Array>>;

  constructor(maker: FeatureMaker, columns: Columns) {
    this.#maker = maker;
    this.#columns = columns;
    const room = (): Float64Array => new Float64Array(columns.ids.length);
    this.#sums = { nameConcepts: room(), concepts: room(), nameGrams: room(), grams: room() };
  }

  get length(): number {
    return this.#columns.ids.length;
  }

  /** Where an entry lies in the latent space, as far as its digest tells. */
  place(number: number): Float64Array {
    const { places, size } = this.#columns;
    return Float64Array.from(places.subarray(number * size, (number + 1) * size), (steps) => steps / STEPS);
  }

  /** The entries most like the query; none that has nothing in common with it. */
  search({ features: query, place, id }: Sought, limit: number): readonly Hit[] {
    for (const name of KERNEL_NAMES) {
      const vector = query[name];
      const terms = SOFT[name] ? spread(this.#maker.lexicon, vector) : pairsOf(vector);
      addUp(this.#columns.respects[name], this.#sums[name], terms, lengthIn(this.#maker, name, vector));
    }
    return this.#best(query, place && inSteps(place), id, limit);
  }

  /** One object serves for all entries: only what is kept becomes an object of its own. */
  #best(query: Features, place: Int8Array | undefined, id: string, limit: number): readonly Hit[] {
    const { nameConcepts, concepts, nameGrams, grams } = this.#sums;
    const { ids, acts } = this.#columns;
    const shares = sharesFor(isNamed(query));
    const kernels = { nameConcepts: 0, concepts: 0, nameGrams: 0, grams: 0 };
    const best: Hit[] = [];
    let least = ADMITTED;
    for (let number = 0; number < ids.length; number++) {
      kernels.nameConcepts = Math.min(1, nameConcepts[number] as number);
      kernels.concepts = Math.min(1, concepts[number] as number);
      kernels.nameGrams = Math.min(1, nameGrams[number] as number);
      kernels.grams = Math.min(1, grams[number] as number);
      const sameAct = query.act === acts[number];
      // However near it lies: most entries have too little in common for their place to matter.
      if (admission(kernels, NEAREST, shares, sameAct) < least) continue;
      const base = admission(kernels, this.#nearness(place, number), shares, sameAct);
      if (base < least || ids[number] === id) continue;
      this.#keep(best, { number, kernels: { ...kernels }, base }, limit);
      if (best.length === limit) least = Math.max(least, best[limit - 1]?.base ?? 0);
    }
    return best;
  }

  /** How near an entry is to a place, 0..1; without looking at it as an array of its own, of which there would be thousands. */
  #nearness(place: Int8Array | undefined, number: number): number {
    if (!place) return 0;
    const { places, size } = this.#columns;
    const from = number * size;
    let sum = 0;
    for (let axis = 0; axis < size; axis++)
      sum = (sum + Math.imul(place[axis] as number, places[from + axis] as number)) | 0;
    return Math.max(0, Math.min(1, sum / (STEPS * STEPS)));
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
    return b.base - a.base || compareText(this.idOf(a.number), this.idOf(b.number)) || a.number - b.number;
  }

  idOf(number: number): string {
    return this.#columns.ids[number] ?? '';
  }
}

/** Cosines of the query with every entry, into `sums`. */
function addUp(
  { terms, starts, entries, weights }: Postings,
  sums: Float64Array,
  query: Iterable<readonly [number, number]>,
  length: number,
): void {
  sums.fill(0);
  if (length === 0) return;
  for (const [term, weight] of query) {
    const at = indexOfTerm(terms, term);
    if (at < 0) continue;
    const share = weight / length;
    const end = starts[at + 1] ?? 0;
    for (let one = starts[at] ?? 0; one < end; one++) {
      const entry = entries[one] ?? 0;
      sums[entry] = (sums[entry] ?? 0) + share * (weights[one] ?? 0);
    }
  }
}
