import { compareText } from '../text/finding.ts';
import { ADMITTED, admitted, type KernelName, type Kernels, shared, sharesFor } from './admission.ts';
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
/** So many axes are looked at before all others. */
const FIRST_AXES = 16;
/** More than roundings come to. */
const SLACK = 1e-3;

/**
 * All digests of a registry, inverted: for every concept and gram, where it stands and how much it weighs there. Every
 * entry that shares anything is scored, so nothing is lost by looking only at likely ones.
 */
export class Corpus implements Searchable {
  readonly #maker: FeatureMaker;
  readonly #columns: Columns;
  /** The cosine of the last query with every entry, in each respect. */
  readonly #sums: Readonly<Record<KernelName, Float64Array>>;
  /** How long the place of each is behind the first axes. */
  readonly #rests: Float64Array;
  /** The same taken together. */
  readonly #shared: Float64Array;

  constructor(maker: FeatureMaker, columns: Columns) {
    this.#maker = maker;
    this.#columns = columns;
    const room = (): Float64Array => new Float64Array(columns.ids.length);
    const { places, size } = columns;
    this.#rests = Float64Array.from(columns.ids, (_, at) =>
      restOf(places.subarray(at * size, (at + 1) * size)),
    );
    this.#shared = room();
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

  /** Most entries have too little in common with the query for their place to matter, however near it lies. */
  #best(query: Features, place: Int8Array | undefined, id: string, limit: number): readonly Hit[] {
    const { ids, acts } = this.#columns;
    const rest = place ? restOf(place) : 0;
    const baseOf = (number: number): number =>
      admitted(this.#shared[number] as number, this.#nearness(place, number), query.act === acts[number]);
    // As many as are wanted that share most: whoever comes before them has at least as much as the last of them.
    const first = this.#addShared(query, limit + 1).filter((number) => ids[number] !== id);
    const known = first.map(baseOf).sort((a, b) => b - a);
    let least = Math.max(ADMITTED, known[limit - 1] ?? 0);
    const best: Hit[] = [];
    for (let number = 0; number < ids.length; number++) {
      const sum = this.#shared[number] as number;
      const sameAct = query.act === acts[number];
      if (admitted(sum, NEAREST, sameAct) < least) continue;
      if (admitted(sum, this.#nearnessAtMost(place, rest, number), sameAct) < least) continue;
      const base = baseOf(number);
      if (base < least || ids[number] === id) continue;
      this.#keep(best, { number, kernels: this.#kernels(number), base }, limit);
      if (best.length === limit) least = Math.max(least, best[limit - 1]?.base ?? 0);
    }
    return best;
  }

  /** Adds up what each entry shares with the query; gives back those that share most. */
  #addShared(query: Features, most: number): readonly number[] {
    const { nameConcepts, concepts, nameGrams, grams } = this.#sums;
    const { acts } = this.#columns;
    const shares = sharesFor(isNamed(query));
    const [first, numbers]: [number[], number[]] = [[], []];
    for (let number = 0; number < acts.length; number++) {
      const sum = shared(
        Math.min(1, nameConcepts[number] as number),
        Math.min(1, concepts[number] as number),
        Math.min(1, nameGrams[number] as number),
        Math.min(1, grams[number] as number),
        shares,
      );
      this.#shared[number] = sum;
      const alone = admitted(sum, 0, query.act === acts[number]);
      if (first.length === most && alone <= (first[most - 1] as number)) continue;
      let at = Math.min(first.length, most - 1);
      for (; at > 0 && (first[at - 1] as number) < alone; at--) {
        first[at] = first[at - 1] as number;
        numbers[at] = numbers[at - 1] as number;
      }
      first[at] = alone;
      numbers[at] = number;
    }
    return numbers;
  }

  #kernels(number: number): Kernels {
    const of = (name: KernelName): number => Math.min(1, this.#sums[name][number] ?? 0);
    return {
      nameConcepts: of('nameConcepts'),
      concepts: of('concepts'),
      nameGrams: of('nameGrams'),
      grams: of('grams'),
    };
  }

  /** How near an entry is to a place, 0..1; without looking at it as an array of its own, of which there would be thousands. */
  #nearness(place: Int8Array | undefined, number: number): number {
    if (!place) return 0;
    const { places, size } = this.#columns;
    return Math.max(0, Math.min(1, product(place, places, number * size, size) / (STEPS * STEPS)));
  }

  /** No less than that, from the first axes, which tell most: further ones add no more than they are long. */
  #nearnessAtMost(place: Int8Array | undefined, rest: number, number: number): number {
    if (!place) return 0;
    const { places, size } = this.#columns;
    const known = product(place, places, number * size, Math.min(FIRST_AXES, size));
    return (known + rest * (this.#rests[number] as number) + SLACK) / (STEPS * STEPS);
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

function product(place: Int8Array, places: Int8Array, from: number, size: number): number {
  let sum = 0;
  // Whole numbers throughout, which the engine is told: twice as fast.
  for (let axis = 0; axis < size; axis++)
    sum = (sum + Math.imul(place[axis] as number, places[from + axis] as number)) | 0;
  return sum;
}

/** How long a place is on the axes behind the first ones. */
function restOf(place: Int8Array): number {
  let squares = 0;
  for (let axis = FIRST_AXES; axis < place.length; axis++) squares += (place[axis] as number) ** 2;
  return Math.sqrt(squares);
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
      const entry = entries[one] as number;
      sums[entry] = (sums[entry] as number) + share * (weights[one] as number);
    }
  }
}
