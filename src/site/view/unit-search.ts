import { foldPlain } from '../../text/fold.ts';

/** A unit with all its names, for the catalogue's search. */
export interface UnitName {
  readonly code: string;
  readonly name: string;
  readonly also: readonly string[];
}

/** So many units stand above the results; a word that more have (街道) means no unit. */
const MOST = 4;

/** The units that a query names, by a part of their name of two characters or more. */
export function unitsNamed(units: readonly UnitName[], query: string): readonly UnitName[] {
  const q = foldPlain(query);
  if ([...q].length < 2) return [];
  const found = units.filter(({ name, also }) =>
    [name, ...also].some((one) => {
      const folded = foldPlain(one);
      return folded.includes(q) || (folded.length >= 3 && q.includes(folded));
    }),
  );
  return found.length > MOST ? [] : found;
}
