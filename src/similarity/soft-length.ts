import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { pairsOf, type Vector } from './vector.ts';

/** The weights of a concept vector and, fainter, of everything near to what it holds. */
export function spread({ near }: Pick<LexiconIndex, 'near'>, vector: Vector): Map<number, number> {
  const all = new Map<number, number>();
  for (const [concept, weight] of pairsOf(vector))
    for (const [other, share] of near[concept] ?? []) all.set(other, (all.get(other) ?? 0) + share * weight);
  return all;
}

/**
 * The length of a concept vector in a space where neighbouring concepts are not at right angles. Of what is near to its
 * concepts only those count that it holds itself, so nothing else is looked at.
 */
export function softLength({ near }: LexiconIndex, { keys, values }: Vector): number {
  const places = new Map(keys.map((concept, at) => [concept, at]));
  const sums = new Float64Array(keys.length);
  for (const [at, concept] of keys.entries())
    for (const [other, share] of near[concept] ?? []) {
      const place = places.get(other);
      if (place !== undefined) sums[place] = (sums[place] as number) + share * (values[at] as number);
    }
  let sum = 0;
  for (let at = 0; at < keys.length; at++) sum += (sums[at] as number) * (values[at] as number);
  return Math.sqrt(sum);
}

function lengthOver(all: ReadonlyMap<number, number>, vector: Vector): number {
  let sum = 0;
  for (const [concept, weight] of pairsOf(vector)) sum += (all.get(concept) ?? 0) * weight;
  return Math.sqrt(sum);
}

/** A concept vector made ready to be compared with many. */
export interface SoftVector {
  readonly vector: Vector;
  readonly spread: ReadonlyMap<number, number>;
  readonly length: number;
}

/** Works out once what every comparison needs. */
export function makeSoft(lexicon: LexiconIndex, vector: Vector): SoftVector {
  const all = spread(lexicon, vector);
  return { vector, spread: all, length: lengthOver(all, vector) };
}

/** Cosine of two concept vectors in that space, 0..1: near concepts count as far as they are near. */
export function softCosine(a: SoftVector, b: SoftVector): number {
  const lengths = a.length * b.length;
  if (lengths === 0) return 0;
  const { keys, values } = b.vector;
  let sum = 0;
  for (let at = 0; at < keys.length; at++) sum += (a.spread.get(keys[at] ?? 0) ?? 0) * (values[at] ?? 0);
  return Math.min(1, sum / lengths);
}
