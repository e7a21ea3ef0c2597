import type { Entry } from '../form/entry.ts';
import { sumFen } from '../form/money.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { Unit } from '../registry/units.ts';
import { compareText } from '../text/finding.ts';
import type { Comparison, SimilarProject } from './comparison.ts';
import { filedLately, latestFirst } from './filed-lately.ts';
import { isTelling } from './finder.ts';
import { type Basis, type Library, libraryOfRegistry } from './library.ts';
import { NO_MODULES, projectsOf, withModules } from './module-table.ts';
import { moduleTable, seekModules } from './modules.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import { pairDigest } from './pair-digest.ts';
import { likeTogether, splitAmong } from './split-among.ts';
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

/** Everything that entries are compared with, and by what. */
interface Surroundings {
  readonly entries: readonly Entry[];
  readonly references: readonly ReadReference[];
  readonly open: readonly OpenFiling[];
  readonly units: ReadonlyMap<string, Unit>;
  /** Ended projects (停用, 并入) are shown, never to be answered. */
  readonly isEnded: (entry: Entry) => boolean;
  readonly by: Basis;
  /** True when the whole registry is looked through, and the filing that came later answers. */
  readonly dated: boolean;
}

/** A project that is there, with where it comes from. */
interface Existing {
  readonly need: Need;
  readonly standing: SimilarProject['standing'];
  readonly entry?: Entry;
}

/** The surroundings made ready to be searched. */
interface Prepared {
  readonly library: Library;
  /** By the numbers of the library. */
  readonly existing: readonly Existing[];
  readonly needOf: (entry: Entry) => Need;
  /** What every unit has filed and still holds, the latest first. */
  readonly byUnit: ReadonlyMap<string, readonly Entry[]>;
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

function prepare(
  chosen: readonly Entry[],
  { entries, references, open, units, isEnded, by }: Surroundings,
): Prepared {
  const registered = new Set(entries.map(({ id }) => id));
  // An open change to what is registered stands for nothing: what is registered is compared with as it is.
  const others = open.map(({ entry }) => entry).filter(({ id }) => !registered.has(id));
  const filed = [...entries, ...others];
  const needs = new Map(
    [...filed, ...chosen].map((entry) => [entry, needOfFiling(entry, units, isEnded(entry))]),
  );
  const needOf = (entry: Entry): Need => {
    const need = needs.get(entry);
    if (!need) throw new Error(`${entry.id} is not among the entries`);
    return need;
  };
  const existing: readonly Existing[] = [
    ...entries.map((entry): Existing => ({ need: needOf(entry), standing: '已登记', entry })),
    ...references.map(
      ({ id, record }): Existing => ({ need: needOfReference(id, record), standing: '参考项目' }),
    ),
    ...others.map((entry): Existing => ({ need: needOf(entry), standing: '正在申报', entry })),
  ];
  const library = libraryOfRegistry(
    by,
    existing.map(({ need }) => need),
  );
  const live = filed.filter((entry) => !isEnded(entry)).sort(latestFirst);
  return { library, existing, needOf, byUnit: Map.groupBy(live, ({ unit }) => unit) };
}

function compareOne(entry: Entry, prepared: Prepared): Omit<Comparison, 'dated'> {
  const { existing, needOf } = prepared;
  const { finder, needs } = prepared.library;
  const need = needOf(entry);
  const asked = finder.ask(need);
  const textOf = (number: number): Need | undefined => needs[number];
  const sought = seekModules(finder, need);
  const modules = moduleTable(finder, need, sought, textOf);
  const byProject = projectsOf(modules);
  const whole = finder.shortlist(asked);
  const found = new Set(whole.map(({ number }) => number));
  const further = sought
    .flatMap(({ hits }) => hits)
    .filter(
      ({ number }) => byProject.has(needs[number]?.id ?? '') && !found.has(number) && found.add(number),
    );
  const seen = new Set<string>();
  const similar = [...whole, ...further]
    .flatMap((hit): SimilarProject[] => {
      const other = existing[hit.number];
      const [candidate] = finder.judge(asked, [hit], () => other?.need);
      if (!other || !candidate) return [];
      const { need: theirs, ...from } = other;
      const digest = pairDigest(finder.maker.lexicon, asked, {
        need: theirs,
        features: finder.features(hit.number),
      });
      return [{ ...withModules(candidate, byProject.get(theirs.id) ?? []), ...from, digest }];
    })
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
    // Two open changes may hold the same filing: the likelier of the two is shown.
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return { similar, modules, split: splitOf(entry, prepared), telling: isTelling(asked) };
}

/** Whether the entry and what its unit has filed lately are one project in pieces. */
function splitOf(entry: Entry, { library, needOf, byUnit }: Prepared): Comparison['split'] {
  const lately = filedLately(entry, byUnit.get(entry.unit) ?? []);
  if (lately.length === 0) return undefined;
  const { finder, needs } = library;
  const [own, others] = [needOf(entry), lately.map(needOf)];
  const excused = [own.predecessor, ...(entry.filing.answers ?? []).map(({ target }) => target)];
  const together = { own, others, excused };
  const wholes = likeTogether(finder, together).flatMap((number) => needs[number] ?? []);
  const split = splitAmong(finder, together, wholes);
  const amounts = [entry, ...lately]
    .filter(({ id }) => split?.parts.some((part) => part.id === id))
    .map(({ filing }) => filing.budget ?? 0);
  return split && { ...split, budget: sumFen(amounts) };
}
