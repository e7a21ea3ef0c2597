import type { CheckResult } from '../../check.ts';
import { readRegistryFile } from '../../io/registry-files.ts';
import { readingIn } from '../../io/tip/stored-tip.ts';
import { factsOf } from '../../judging/facts-of.ts';
import { questionsAbout } from '../../judging/questions.ts';
import { judgeSubject, listed, type Reading } from '../../judging/subject.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import { projectFile, recordsFile } from '../../registry/paths.ts';
import { sealedFiles } from '../../registry/sealed-files.ts';
import { standingOf } from '../../registry/standing.ts';
import { compareEntries } from '../../similarity/compare.ts';
import type { Comparison } from '../../similarity/comparison.ts';
import { isFiledWithin } from '../../similarity/filed-lately.ts';
import { finderOnStock } from '../../similarity/library.ts';
import { needOfFiling, needOfReference } from '../../similarity/needs.ts';
import type { Existing, Stock } from '../../similarity/stock.ts';
import { compareFindings, compareText } from '../../text/finding.ts';
import { type CatalogueItem, projectItem, referenceItem } from '../view/catalogue.ts';
import { buildModel, laterPhases, type SiteModel } from '../view/model.ts';
import type { KeptSearch, KeptSite } from './kept-site.ts';
import type { SimilarOff } from './similar-model.ts';
import type { SimilarSite } from './similar-site.ts';
import { alikeOf } from './similar-view.ts';

/** What the pages of some changed entries are drawn from: these entries read anew, all others only when they are asked for. */
export interface ChangedEntries {
  readonly registry: CheckResult;
  readonly model: SiteModel;
  readonly similar: SimilarSite | SimilarOff;
  /** What an entry is called. */
  readonly nameOf: (id: string) => string;
}

/** Reads and judges the entries of `ids` in the registry below `root`, where nothing else has changed since `kept`. */
export function readChanged(kept: KeptSite, root: string, ids: readonly string[]): ChangedEntries {
  const reading = readingOf(kept, root, ids);
  const { facts } = reading;
  const projects = ids.flatMap((id) => reading.project(projectFile(id)) ?? []);
  const logs = ids.flatMap((id) => reading.log(recordsFile(id)) ?? []);
  const found = listed(ids.flatMap((id) => judgeSubject(projectFile(id), reading)).sort(compareFindings));
  const registry: CheckResult = {
    ...kept.settings,
    today: kept.today,
    projects,
    references: [],
    records: new Map(logs.map((log) => [log.id, log])),
    lifeOf: facts.lifeOf,
    ...found,
    notes: [],
    checked: ids.length,
    similar: [],
  };
  const itemOf = (id: string): CatalogueItem | undefined => {
    const read = reading.project(projectFile(id));
    if (read) return projectItem(read, reading.units, standingOf(read.entry, registry));
    const reference = reading.reference(`${id}.md`);
    return reference && referenceItem(reference);
  };
  const own = buildModel(registry);
  const later = laterPhases(own.projects);
  const paths = new Set(own.items.map(({ path }) => path));
  const laterThan = (id: string | undefined) => [
    ...(kept.later.get(id) ?? []).filter(({ path }) => !paths.has(path)),
    ...(later.get(id) ?? []),
  ];
  return {
    registry,
    model: {
      ...own,
      byId: { get: itemOf, has: (id) => itemOf(id) !== undefined },
      laterThan: { get: laterThan, has: (id) => laterThan(id).length > 0 },
    },
    similar: typeof kept.similar === 'string' ? kept.similar : searchOf(kept.similar, reading, ids),
    nameOf: (id) =>
      reading.project(projectFile(id))?.entry.filing.name ?? reading.reference(`${id}.md`)?.record.name ?? id,
  };
}

/** The registry as it is now: `said` is as it was but for the changed entries, whose part is worked out again. */
function readingOf(kept: KeptSite, root: string, ids: readonly string[]): Reading {
  const { today, settings, said } = kept;
  const changed = new Set(ids.flatMap((id) => [projectFile(id), recordsFile(id)]));
  const source = once((file: string) => readRegistryFile(root, file));
  return readingIn({ ...settings, ofSettings: new Map() }, source, (plain) => {
    const own = [...changed].flatMap((file) => {
      const about = questionsAbout({ file, entry: plain.project(file)?.entry, log: plain.log(file) });
      return [...new Set(about)].map((question) => ({ question, file }));
    });
    const again = Map.groupBy(own, ({ question }) => question);
    const saying = (question: string): readonly string[] => {
      const others = (said.get(question) ?? []).filter((file) => !changed.has(file));
      return [...others, ...(again.get(question) ?? []).map(({ file }) => file)].sort(compareText);
    };
    const facts = factsOf({ ...plain, today, given: settings.given, saying });
    const compared = once((id: string) => compare(kept, { ...plain, facts: judging }, ids, id));
    const judging: Reading['facts'] = {
      ...facts,
      sealedFile: sealedFiles({ get: (file) => (plain.refusal(file) ? undefined : source(file)) }),
      similarTo: ({ id }) => (kept.compared.has(id) ? compared(id) : undefined),
    };
    return judging;
  });
}

/** What is like a filing that the check of the whole registry compares. */
function compare(
  kept: KeptSite,
  reading: Reading,
  ids: readonly string[],
  id: string,
): Comparison | undefined {
  const { similar: search } = kept;
  const entry = reading.facts.entries.get(id);
  if (!entry || typeof search === 'string') return undefined;
  const stock = stockOf(search, reading, kept.held);
  return compareEntries([entry], {
    entries: ids.flatMap((one) => reading.facts.entries.get(one) ?? []),
    references: [],
    onStock: { stock, left: new Set(ids) },
    open: [],
    units: reading.units,
    isEnded: (one) => isFinal(reading.facts.lifeOf(one).state),
    by: search,
    dated: true,
  }).get(entry);
}

function searchOf(search: KeptSearch, reading: Reading, ids: readonly string[]): SimilarSite {
  const { facts, units } = reading;
  const stock = stockOf(search, reading, new Map());
  const own = ids.flatMap((id) => {
    const entry = facts.entries.get(id);
    return entry ? [needOfFiling(entry, units, isFinal(facts.lifeOf(entry).state))] : [];
  });
  const many = stock.columns.ids.length;
  const finder = finderOnStock(search, stock, new Set(ids), own);
  const needOf = (number: number) => (number < many ? stock.existing(number).need : own[number - many]);
  const notKept = (): never => {
    throw new Error('Only a whole build writes the index of the search');
  };
  return {
    stamp: '',
    files: 0,
    index: notKept,
    texts: notKept,
    alike: async (id) => {
      const need = own.find((one) => one.id === id);
      return need ? alikeOf({ finder, needOf }, need) : [];
    },
  };
}

/** What entries are compared with, each read when it comes up. */
function stockOf(
  { columns, space }: KeptSearch,
  { project, reference, units, facts }: Reading,
  held: KeptSite['held'],
): Stock {
  const numbers = new Map(columns.ids.map((id, number) => [id, number]));
  const existing = once((number: number): Existing => {
    const id = columns.ids[number] ?? '';
    const entry = project(projectFile(id))?.entry;
    if (entry) {
      const need = needOfFiling(entry, units, isFinal(facts.lifeOf(entry).state));
      return { need, standing: '已登记', entry };
    }
    const other = reference(`${id}.md`);
    if (!other) throw new Error(`There is no entry 「${id}」 any more`);
    return { need: needOfReference(other.id, other.record), standing: '参考项目' };
  });
  return {
    columns,
    space,
    existing,
    expect: () => {},
    numberOf: (id) => numbers.get(id),
    filedBy: (unit, from, to, most) =>
      (held.get(unit) ?? [])
        .flatMap((id) => project(projectFile(id))?.entry ?? [])
        .filter((entry) => isFiledWithin(entry, from, to))
        .slice(0, most),
  };
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
}
