import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import type { Vector } from './vector.ts';

/** The weights of a concept vector and, fainter, of everything near to what it holds. */
export function spread({ near }: LexiconIndex, { keys, values }: Vector): Map<number, number> {
  const all = new Map<number, number>();
  for (const [index, concept] of keys.entries())
    for (const [other, share] of near[concept] ?? [])
      all.set(other, (all.get(other) ?? 0) + share * (values[index] as number));
  return all;
}

/** The length of a concept vector in a space where neighbouring concepts are not at right angles. */
export function softLength(lexicon: LexiconIndex, vector: Vector): number {
  const all = spread(lexicon, vector);
  let sum = 0;
  for (const [index, concept] of vector.keys.entries())
    sum += (all.get(concept) ?? 0) * (vector.values[index] as number);
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
  return { vector, spread: spread(lexicon, vector), length: softLength(lexicon, vector) };
}

/** Cosine of two concept vectors in that space, 0..1: near concepts count as far as they are near. */
export function softCosine(a: SoftVector, b: SoftVector): number {
  const lengths = a.length * b.length;
  if (lengths === 0) return 0;
  const { keys, values } = b.vector;
  let sum = 0;
  for (let at = 0; at < keys.length; at++)
    sum += (a.spread.get(keys[at] as number) ?? 0) * (values[at] as number);
  return Math.min(1, sum / lengths);
}
