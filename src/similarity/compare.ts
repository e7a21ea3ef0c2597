import type { Entry } from '../form/entry.ts';
import { sumFen } from '../form/money.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { Unit } from '../registry/units.ts';
import type { Comparison, SimilarProject } from './comparison.ts';
import { filedLately, isFiledWithin, latestFirst } from './filed-lately.ts';
import { type Finder, SHORTLIST_OF_FILING } from './finder.ts';
import { inOrder } from './judge.ts';
import { type Basis, finderOnStock, libraryOfRegistry } from './library.ts';
import { NO_MODULES, projectsOf, withModules } from './module-table.ts';
import { moduleTable, seekModules } from './modules.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import { pairDigest } from './pair-digest.ts';
import { likeTogether, splitAmong } from './split-among.ts';
import type { Existing, Stock } from './stock.ts';
import { isTelling } from './telling.ts';
import type { Need } from './types.ts';

/** A filing that has been handed in elsewhere and is not merged yet. */
export interface OpenFiling {
  readonly entry: Entry;
  /** The revision in which it lies. */
  readonly revision: string;
  /** The number that the forge gave to the change: numbers grow, so the smaller one came first. */
  readonly number?: number;
  /** Numeric account id of its author, where the forge says so. */
  readonly actor?: string;
}

/** What is registered and made ready already, and what of it is left out, by id: what a change has touched. */
export interface OnStock {
  readonly stock: Stock;
  readonly left: ReadonlySet<string>;
}

/** Everything that entries are compared with, and by what. */
export interface Surroundings {
  /** With a stock: what is besides it. */
  readonly entries: readonly Entry[];
  readonly references: readonly ReadReference[];
  readonly onStock?: OnStock | undefined;
  readonly open: readonly OpenFiling[];
  readonly units: ReadonlyMap<string, Unit>;
  /** Ended projects (停用, 并入) are shown, never to be answered. */
  readonly isEnded: (entry: Entry) => boolean;
  readonly by: Basis;
  /** True when the whole registry is looked through, and the filing that came later answers. */
  readonly dated: boolean;
}

/** The surroundings made ready to be searched. */
export interface Prepared {
  readonly finder: Finder;
  /** By the numbers of the finder. */
  readonly existing: (number: number) => Existing;
  /** Says which of them are going to be asked for. */
  readonly expect: (numbers: readonly number[]) => void;
  readonly needOf: (entry: Entry) => Need;
  /** The latest that a unit has filed between two days and still holds. */
  readonly filedBy: Stock['filedBy'];
}

/** What is like each of some entries among everything that is there. Trouble is never silence: it comes back as `failure`. */
export function compareEntries(
  chosen: readonly Entry[],
  around: Surroundings,
): ReadonlyMap<Entry, Comparison> {
  let prepared: Prepared | undefined;
  const attempt = (entry: Entry): Omit<Comparison, 'dated'> => {
    try {
      prepared ??= prepare(chosen, around);
      return compareOne(entry, prepared);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { similar: [], modules: NO_MODULES, split: undefined, telling: true, failure };
    }
  };
  return new Map(chosen.map((entry) => [entry, { ...attempt(entry), dated: around.dated }]));
}

/** The same for one entry, among surroundings that were made ready before. */
export function compareAmong(entry: Entry, prepared: Prepared, dated: boolean): Comparison {
  return { ...compareOne(entry, prepared), dated };
}

function prepare(
  chosen: readonly Entry[],
  { entries, references, open, units, isEnded, by, onStock }: Surroundings,
): Prepared {
  const registered = new Set(entries.map(({ id }) => id));
  const isRegistered = (id: string): boolean =>
    registered.has(id) || (onStock?.stock.numberOf(id) !== undefined && !onStock.left.has(id));
  // An open change to what is registered stands for nothing: what is registered is compared with as it is.
  const others = open.map(({ entry }) => entry).filter(({ id }) => !isRegistered(id));
  const filed = [...entries, ...others];
  const needs = new Map(
    [...filed, ...chosen].map((entry) => [entry, needOfFiling(entry, units, isEnded(entry))]),
  );
  const needOf = (entry: Entry): Need => {
    const need = needs.get(entry) ?? onStock?.stock.existing(onStock.stock.numberOf(entry.id) ?? -1)?.need;
    if (!need) throw new Error(`${entry.id} is not among the entries`);
    return need;
  };
  const besides: readonly Existing[] = [
    ...entries.map((entry): Existing => ({ need: needOf(entry), standing: '已登记', entry })),
    ...references.map(
      ({ id, record }): Existing => ({ need: needOfReference(id, record), standing: '参考项目' }),
    ),
    ...others.map((entry): Existing => ({ need: needOf(entry), standing: '正在申报', entry })),
  ];
  const live = filed.filter((entry) => !isEnded(entry)).sort(latestFirst);
  const byUnit = Map.groupBy(live, ({ unit }) => unit);
  const filedBesides: Stock['filedBy'] = (unit, from, to, most) =>
    (byUnit.get(unit) ?? []).filter((entry) => isFiledWithin(entry, from, to)).slice(0, most);
  const own = besides.map(({ need }) => need);
  if (onStock) return prepareOn(onStock, by, besides, needOf, filedBesides);
  return {
    finder: libraryOfRegistry(by, own).finder,
    existing: (number) => at(besides, number),
    expect: () => {},
    needOf,
    filedBy: filedBesides,
  };
}

/** The same with a stock, of which is left out what the change has touched. */
function prepareOn(
  { stock, left }: OnStock,
  by: Basis,
  besides: readonly Existing[],
  needOf: Prepared['needOf'],
  filedBesides: Stock['filedBy'],
): Prepared {
  const many = stock.ids.length;
  return {
    finder: finderOnStock(
      by,
      stock,
      left,
      besides.map(({ need }) => need),
    ),
    existing: (number) =>
      number < many ? there(stock.existing(number), number) : at(besides, number - many),
    expect: (numbers) => stock.expect(numbers.filter((number) => number < many)),
    needOf,
    filedBy: (unit, from, to, most) => {
      const before = stock.filedBy(unit, from, to, most + left.size).filter(({ id }) => !left.has(id));
      return [...before, ...filedBesides(unit, from, to, most)].sort(latestFirst).slice(0, most);
    },
  };
}

function at(existing: readonly Existing[], number: number): Existing {
  return there(existing[number], number);
}

function there(existing: Existing | undefined, number: number): Existing {
  if (!existing) throw new Error(`There is no entry number ${number}`);
  return existing;
}

function compareOne(entry: Entry, prepared: Prepared): Omit<Comparison, 'dated'> {
  const { finder, existing, needOf } = prepared;
  const need = needOf(entry);
  const asked = finder.ask(need);
  const textOf = (number: number): Need => existing(number).need;
  const sought = seekModules(finder, need);
  const whole = finder.shortlist(asked, SHORTLIST_OF_FILING);
  prepared.expect([...whole, ...sought.flatMap(({ hits }) => hits)].map(({ number }) => number));
  const modules = moduleTable(finder, need, sought, textOf);
  const byProject = projectsOf(modules);
  const found = new Set(whole.map(({ number }) => number));
  const further = sought
    .flatMap(({ hits }) => hits)
    .filter(({ number }) => byProject.has(textOf(number).id) && !found.has(number) && found.add(number));
  const seen = new Set<string>();
  const similar = [...whole, ...further]
    .flatMap((hit): SimilarProject[] => {
      const other = existing(hit.number);
      const [candidate] = finder.judge(asked, [hit], () => other.need);
      if (!candidate) return [];
      const { need: theirs, ...from } = other;
      const digest = pairDigest(finder.maker.lexicon, asked, {
        need: theirs,
        features: finder.features(hit.number),
      });
      return [{ ...withModules(candidate, byProject.get(theirs.id) ?? []), ...from, digest }];
    })
    .sort(inOrder)
    // Two open changes may hold the same filing: the likelier of the two is shown.
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return { similar, modules, split: splitOf(entry, prepared), telling: isTelling(asked) };
}

/** Whether the entry and what its unit has filed lately are one project in pieces. */
function splitOf(entry: Entry, { finder, existing, expect, needOf, filedBy }: Prepared): Comparison['split'] {
  const lately = filedLately(entry, filedBy);
  if (lately.length === 0) return undefined;
  const [own, others] = [needOf(entry), lately.map(needOf)];
  const excused = [own.predecessor, ...(entry.filing.answers ?? []).map(({ target }) => target)];
  const together = { own, others, excused };
  const alike = likeTogether(finder, together);
  expect(alike);
  const split = splitAmong(
    finder,
    together,
    alike.map((number) => existing(number).need),
  );
  const amounts = [entry, ...lately]
    .filter(({ id }) => split?.parts.some((part) => part.id === id))
    .map(({ filing }) => filing.budget ?? 0);
  return split && { ...split, budget: sumFen(amounts) };
}
