import { fold } from '../../src/similarity/normalise.ts';
import { pairs } from '../../src/similarity/terms.ts';
import type { Need } from '../../src/similarity/types.ts';

/** How alike two needs are; any scale. */
export type Scorer = (a: Need, b: Need) => number;

/** The same name, letter by letter once folded. */
export const exactName: Scorer = (a, b) => (fold(a.name) === fold(b.name) ? 1 : 0);

/** Cosine of character pairs weighted by how rare they are: what a plain search engine does. */
export function tfIdf(needs: readonly Need[]): Scorer {
  const counts = new Map<string, number>();
  const grams = (need: Need) => pairs(fold(`${need.name} ${need.description ?? ''}`));
  for (const need of needs)
    for (const gram of grams(need).keys()) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const ready = new Map<Need, ReadonlyMap<string, number>>();
  const vector = (need: Need): ReadonlyMap<string, number> => {
    const made = ready.get(need) ?? normalised(grams(need), counts, needs.length);
    ready.set(need, made);
    return made;
  };
  return (a, b) => {
    const other = vector(b);
    let dot = 0;
    for (const [gram, weight] of vector(a)) dot += weight * (other.get(gram) ?? 0);
    return dot;
  };
}

function normalised(
  grams: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
  total: number,
): Map<string, number> {
  const weights = new Map(
    [...grams].map(([gram, count]) => [gram, count * Math.log(1 + total / (counts.get(gram) ?? 1))]),
  );
  const length = Math.hypot(...weights.values()) || 1;
  return new Map([...weights].map(([gram, weight]) => [gram, weight / length]));
}
