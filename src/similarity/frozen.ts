import table from './frozen-counts.json' with { type: 'json' };
import { gramOf } from './grams.ts';
import type { Counts } from './rarity.ts';

/** How the counts are kept in the file: written by `npm run evaluate -- --freeze`, never by hand. */
export interface FrozenTable {
  readonly total: number;
  readonly concepts: Readonly<Record<string, number>>;
  /** By count, all character pairs that stand in so many texts, one after the other. */
  readonly grams: Readonly<Record<string, string>>;
  /** By count, the numbers of the Latin words. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** How common terms are in public notices and judged projects: the same for everybody until the next release. */
export const FROZEN_COUNTS: Counts = readFrozen(table);

/** The counts of a table as the engine wants them. */
export function readFrozen({ total, concepts, grams, words }: FrozenTable): Counts {
  const counts = new Map<number, number>();
  for (const [count, pairs] of Object.entries(grams))
    for (let at = 0; at < pairs.length; at += 2) counts.set(gramOf(pairs.slice(at, at + 2)), Number(count));
  for (const [count, numbers] of Object.entries(words))
    for (const number of numbers) counts.set(number, Number(count));
  return { total, concepts: new Map(Object.entries(concepts)), grams: counts };
}
