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
  const short = found.length > 0 ? found : units.filter(({ name }) => isShortFor(q, foldPlain(name)));
  return short.length > MOST ? [] : short;
}

/** What a short name ends with, and what its long one ends with. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  局: /局$/,
  办: /(?:办|办公室)$/,
  委: /(?:委|委员会)$/,
  院: /院$/,
  部: /部$/,
};
/** Where a unit's own name begins: behind the city and the district. */
const REGION = /^(?:中共)?(?:[^省市区]{2,3}市)?(?:[^省市区]{2}区)?/;

/** 卫健委 for 卫生健康委员会, 住建局 for 住房和城乡建设局: the first sign, the kind at the end, the rest in order. */
function isShortFor(short: string, name: string): boolean {
  const signs = [...short.replace(/^区/, '')];
  const own = name.replace(REGION, '');
  const ending = ENDINGS[signs.at(-1) ?? ''];
  if (signs.length < 3 || !ending?.test(own) || own[0] !== signs[0]) return false;
  let from = 0;
  return signs.every((sign) => {
    from = own.indexOf(sign, from) + 1;
    return from > 0;
  });
}
