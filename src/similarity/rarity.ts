import { log2 } from './log2.ts';

/** In how many of `total` texts a term stands. Terms are concepts by id, and grams. */
export interface Counts {
  readonly total: number;
  readonly concepts: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<number, number>;
}

/** How much it says that two texts share a term, in (0, 1]: 1 for what stands nowhere else. */
export interface Rarity {
  readonly concept: (id: string) => number;
  readonly gram: (gram: number) => number;
}

const LEAST = 0.05;

/** Inverse document frequency over one or more countings taken together. */
export function rarityOf(...countings: readonly Counts[]): Rarity {
  const total = countings.reduce((sum, counts) => sum + counts.total, 0);
  const table = idfTable(total);
  const sum = <K>(maps: readonly ReadonlyMap<K, number>[], key: K): number => {
    // A registry goes by one counting alone, and asks for every pair of every text.
    if (maps.length === 1) return maps[0]?.get(key) ?? 0;
    let count = 0;
    for (const map of maps) count += map.get(key) ?? 0;
    return count;
  };
  const concepts = countings.map((counts) => counts.concepts);
  const grams = countings.map((counts) => counts.grams);
  return {
    concept: (id) => table(sum(concepts, id)),
    gram: (gram) => table(sum(grams, gram)),
  };
}

function idfTable(total: number): (count: number) => number {
  const top = log2(total + 1);
  const known: number[] = [];
  return (count) => {
    if (total === 0) return 1;
    known[count] ??= Math.max(LEAST, log2((total + 1) / Math.max(1, count)) / top);
    return known[count];
  };
}
