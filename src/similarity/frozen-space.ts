import table from './frozen-space.json' with { type: 'json' };
import { gramOf } from './grams.ts';
import type { LatentSpace } from './latent.ts';

/** How the space is kept in the file: written by `npm run evaluate -- --freeze`, never by hand. */
export interface FrozenSpace {
  readonly units: readonly number[];
  /** The levels of each character pair, one letter for each axis; pairs ascend as grams do. */
  readonly pairs: Readonly<Record<string, string>>;
  /** The same of Latin words, by their numbers. */
  readonly words: Readonly<Record<string, string>>;
}

/** The letter of level 0. */
export const LEVEL_0 = 'n'.charCodeAt(0);

/** The space of a table. */
export function readSpace({ units, pairs, words }: FrozenSpace): LatentSpace {
  const rows = [
    ...Object.entries(pairs).map(([pair, levels]) => [gramOf(pair), levels] as const),
    ...Object.entries(words).map(([word, levels]) => [Number(word), levels] as const),
  ];
  const [size, table] = [units.length, new Int8Array(rows.length * units.length)];
  for (const [row, [, levels]] of rows.entries())
    for (let axis = 0; axis < size; axis++) table[row * size + axis] = levels.charCodeAt(axis) - LEVEL_0;
  return { size, units, table, terms: new Map(rows.map(([term], row) => [term, row])) };
}

let read: LatentSpace | undefined;

/**
 * The latent space of public notices and judged projects: the same for every large registry until the next release, so
 * that merging one entry moves no other's verdict, and none has to be read for it.
 */
export function frozenSpace(): LatentSpace {
  read ??= readSpace(table);
  return read;
}
