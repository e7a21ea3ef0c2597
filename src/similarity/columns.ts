import type { Act } from './acts.ts';
import type { KernelName } from './admission.ts';
import type { Digest, FeatureMaker, Features } from './features.ts';
import { foldIn, type LatentSpace } from './latent.ts';
import { softLength } from './soft-length.ts';
import type { Vector } from './vector.ts';

/** In these respects near concepts count as far as they are near; grams are the same or not. */
export const SOFT: Readonly<Record<KernelName, boolean>> = {
  nameConcepts: true,
  concepts: true,
  nameGrams: false,
  grams: false,
};
export const KERNEL_NAMES = Object.keys(SOFT) as KernelName[];

/** One respect: the terms that occur, and where each stands with its weight there, divided by the length of the vector. */
export interface Postings {
  /** Ascending. */
  readonly terms: Float64Array;
  /** Where the entries of each term begin; one more than there are terms. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Float64Array;
}

/** What is kept of many entries to search among them: plain columns, so that they can be written down as they are. */
export interface Columns {
  readonly ids: readonly string[];
  readonly acts: readonly Act[];
  /** So many coordinates has a place. */
  readonly size: number;
  /** Place by place where each entry lies in the latent space, in steps; all nought for one of which nothing is known. */
  readonly places: Int8Array;
  readonly respects: Readonly<Record<KernelName, Postings>>;
}

/** So many steps lie between 0 and 1 in a place: enough to tell who is near, and as whole numbers quickly compared. */
export const STEPS = 127;

/** A place of length 1 in steps. */
export function inSteps(place: Float64Array): Int8Array {
  return Int8Array.from(place, (value) => Math.round(value * STEPS));
}

/** The length by which the weights of a vector are divided. */
export function lengthIn({ lexicon }: FeatureMaker, name: KernelName, vector: Vector): number {
  return SOFT[name] ? softLength(lexicon, vector) : vector.length;
}

/** Makes columns of digests; features are made one by one and not kept. */
export function columnsOf(maker: FeatureMaker, digests: readonly Digest[], space: LatentSpace): Columns {
  const places = new Int8Array(digests.length * space.size);
  const gathered = KERNEL_NAMES.map((name) => ({ name, lists: new Map<number, List>() }));
  const acts: Act[] = [];
  for (const [number, digest] of digests.entries()) {
    const features: Features = maker.features(digest);
    acts.push(features.act);
    const place = foldIn(space, features.grams);
    if (place) places.set(inSteps(place), number * space.size);
    for (const { name, lists } of gathered)
      gather(lists, number, features[name], lengthIn(maker, name, features[name]));
  }
  const respects = Object.fromEntries(gathered.map(({ name, lists }) => [name, inColumns(lists)]));
  return {
    ids: digests.map(({ id }) => id),
    acts,
    size: space.size,
    places,
    respects: respects as Record<KernelName, Postings>,
  };
}

interface List {
  readonly entries: number[];
  readonly weights: number[];
}

function gather(lists: Map<number, List>, number: number, { keys, values }: Vector, length: number): void {
  if (length === 0) return;
  for (let at = 0; at < keys.length; at++) {
    const term = keys[at] ?? 0;
    const weight = (values[at] ?? 0) / length;
    const list = lists.get(term);
    if (list) {
      list.entries.push(number);
      list.weights.push(weight);
    } else lists.set(term, { entries: [number], weights: [weight] });
  }
}

function inColumns(lists: ReadonlyMap<number, List>): Postings {
  const terms = Float64Array.from(lists.keys()).sort();
  const starts = new Int32Array(terms.length + 1);
  for (let at = 0; at < terms.length; at++)
    starts[at + 1] = (starts[at] ?? 0) + (lists.get(terms[at] ?? 0)?.entries.length ?? 0);
  const all = starts.at(-1) ?? 0;
  const postings = { terms, starts, entries: new Int32Array(all), weights: new Float64Array(all) };
  for (let at = 0; at < terms.length; at++) {
    const list = lists.get(terms[at] ?? 0);
    postings.entries.set(list?.entries ?? [], starts[at]);
    postings.weights.set(list?.weights ?? [], starts[at]);
  }
  return postings;
}

/** Where a term stands among ascending ones; -1 where it does not. */
export function indexOfTerm(terms: Float64Array, term: number): number {
  let [low, high] = [0, terms.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = terms[middle] ?? 0;
    if (there === term) return middle;
    if (there < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
