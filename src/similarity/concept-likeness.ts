import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import type { Vector } from './vector.ts';

/** A concept of one side, and what of the other side is nearest to it. */
interface ConceptMatch {
  readonly concept: number;
  /** -1 when the other side has nothing near. */
  readonly nearest: number;
  /** 0..1; 1 when the other side has the very concept. */
  readonly share: number;
}

/** For every concept of `a` what of `b` is nearest to it, in the order of `a`. */
export function matchConcepts({ near }: LexiconIndex, a: Vector, b: Vector): readonly ConceptMatch[] {
  const there = new Set(b.keys);
  return a.keys.map((concept) => {
    // Neighbours stand nearest first.
    const found = near[concept]?.find(([other]) => there.has(other));
    return { concept, nearest: found?.[0] ?? -1, share: found?.[1] ?? 0 };
  });
}
