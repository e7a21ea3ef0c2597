import type { Asked } from '../../../src/similarity/judge.ts';
import { type Basis, libraryOfBatch } from '../../../src/similarity/library.ts';
import type { Likeness } from '../../../src/similarity/likeness.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { randomFrom } from '../random.ts';
import type { Judged } from './data.ts';
import { type GradedPool, USEFUL } from './graded.ts';

/** One pair to learn from. */
export interface Row {
  readonly likeness: Likeness;
  readonly useful: boolean;
  /** Pairs of one family are learned from, or tested on, together. */
  readonly family: string;
  /** How much it counts. */
  readonly weight: number;
  /** Drawn at random and taken as unrelated, so that what is far off is learned too: no part of any figure. */
  readonly drawn: boolean;
}

/** The shares of the two sources. */
const OF_POOL = 1;
const OF_NAMES = 0.25;
const OF_PAIRS = 0.7;

/** The pool as it is, and as a ledger would hold it that has names alone. */
export function rowsOfPool(by: Basis, pool: GradedPool): Row[] {
  const names = pool.needs.map((need) => ({ ...need, description: '' }));
  return [...rowsOf(by, pool, OF_POOL), ...rowsOf(by, { ...pool, needs: names }, OF_NAMES)];
}

/** All pairs of a pool, and as many drawn at random that nobody has judged: hardly one of those is of any use. */
function rowsOf(by: Basis, { needs, grades }: GradedPool, share: number): Row[] {
  const likeness = likenessIn(by, needs);
  const byId = new Map(needs.map((need) => [need.id, need]));
  const families = familiesOfGrades(grades.filter(({ grade }) => grade >= USEFUL));
  const judged = new Set(grades.map(({ query, candidate }) => `${query} ${candidate}`));
  const weight = share / (2 * grades.length);
  const row = (query: string, candidate: string, useful: boolean, drawn: boolean): Row[] => {
    const [a, b] = [byId.get(query), byId.get(candidate)];
    if (!a || !b || a === b) return [];
    return [{ likeness: likeness(a, b), useful, family: families(query), weight, drawn }];
  };
  const random = randomFrom(grades.length);
  const pick = (): string => needs[Math.floor(random() * needs.length)]?.id ?? '';
  const drawn = Array.from({ length: grades.length }, () => [pick(), pick()] as const);
  return [
    ...grades.flatMap(({ query, candidate, grade }) => row(query, candidate, grade >= USEFUL, false)),
    ...drawn
      .filter(([query, candidate]) => !judged.has(`${query} ${candidate}`))
      .flatMap(([query, candidate]) => row(query, candidate, false, true)),
  ];
}

/** Judged pairs, each from both sides. */
export function rowsOfPairs(by: Basis, pairs: readonly Judged[], needs: readonly Need[]): Row[] {
  const likeness = likenessIn(by, needs);
  const weight = OF_PAIRS / (2 * pairs.length);
  return pairs.flatMap(({ a, b, label, family = `${a.id} ${b.id}` }) =>
    [
      [a, b],
      [b, a],
    ].map(([one, other]) => ({
      likeness: likeness(one as Need, other as Need),
      useful: label !== 'distinct',
      family,
      weight,
      drawn: false,
    })),
  );
}

/** The likeness of any two projects of a batch, as the engine works it out. */
function likenessIn(by: Basis, needs: readonly Need[]): (a: Need, b: Need) => Likeness {
  const { finder } = libraryOfBatch(by, needs);
  const numbers = new Map(needs.map((need, at) => [need, at]));
  const ready = new Map<Need, Asked>();
  const entry = (need: Need): Asked => {
    const known = ready.get(need) ?? finder.entry(numbers.get(need) ?? -1, need);
    ready.set(need, known);
    return known;
  };
  return (a, b) => finder.likeness(entry(a), entry(b));
}

/** Projects that useful pairs link, directly or over others, are one family. */
function familiesOfGrades(
  links: readonly { readonly query: string; readonly candidate: string }[],
): (id: string) => string {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  for (const { query, candidate } of links) parents.set(root(query), root(candidate));
  return root;
}
