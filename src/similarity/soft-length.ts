import type { LexiconIndex } from './lexicon-index.ts';
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

/** Cosine of two concept vectors in that space, 0..1: near concepts count as far as they are near. */
export function softCosine(lexicon: LexiconIndex, a: Vector, b: Vector): number {
  const lengths = softLength(lexicon, a) * softLength(lexicon, b);
  if (lengths === 0) return 0;
  const all = spread(lexicon, a);
  let sum = 0;
  for (const [index, concept] of b.keys.entries())
    sum += (all.get(concept) ?? 0) * (b.values[index] as number);
  return Math.min(1, sum / lengths);
}
