import type { CheckResult, Judgement } from '../../check.ts';
import type { Entry } from '../../form/entry.ts';
import { readRegistryFile } from '../../io/registry-files.ts';
import { factsOf } from '../../judging/facts-of.ts';
import { questionsAbout } from '../../judging/questions.ts';
import { READ } from '../../judging/read-files.ts';
import { judgeSubject, listed, type Reading } from '../../judging/subject.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import { type FileKind, isKind, projectFile, recordsFile } from '../../registry/paths.ts';
import { sealedFiles } from '../../registry/sealed-files.ts';
import { standingOf } from '../../registry/standing.ts';
import { compareAmong } from '../../similarity/compare.ts';
import type { Comparison } from '../../similarity/comparison.ts';
import { type FiledBy, isFiledWithin } from '../../similarity/filed-lately.ts';
import { finderOfColumns } from '../../similarity/library.ts';
import { needOfFiling, needOfReference } from '../../similarity/needs.ts';
import type { Existing } from '../../similarity/stock.ts';
import { compareFindings, compareText, type Finding } from '../../text/finding.ts';
import { refuseFiles } from '../../text/hostile/refuse.ts';
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

/**
 * Reads the entries of `ids` in the registry below `root`, where nothing else has changed since `kept`, and judges them,
 * unless a judgement of the whole registry is at hand.
 */
export function readChanged(
  kept: KeptSite,
  root: string,
  ids: readonly string[],
  judged?: Pick<Judgement, 'findings' | 'debt'>,
): ChangedEntries {
  const reading = readingOf(kept, root, ids);
  const { facts } = reading;
  const projects = ids.flatMap((id) => reading.project(projectFile(id)) ?? []);
  const logs = ids.flatMap((id) => reading.log(recordsFile(id)) ?? []);
  const found = judged
    ? foundOf(judged, new Set(projects.map(({ entry }) => entry.file)))
    : listed(ids.flatMap((id) => judgeSubject(projectFile(id), reading)).sort(compareFindings));
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
    similar: typeof kept.similar === 'string' ? kept.similar : searchOf(kept.similar, reading),
    nameOf: (id) =>
      reading.project(projectFile(id))?.entry.filing.name ?? reading.reference(`${id}.md`)?.record.name ?? id,
  };
}

/** What was found in some files. */
function foundOf(
  { findings, debt }: Pick<Judgement, 'findings' | 'debt'>,
  files: ReadonlySet<string>,
): Pick<Judgement, 'findings' | 'debt'> {
  const isOwn = ({ file }: Finding): boolean => files.has(file);
  return { findings: findings.filter(isOwn), debt: debt.filter(isOwn) };
}

/** The registry as it is now: `said` is as it was but for the changed entries, whose part is worked out again. */
function readingOf(kept: KeptSite, root: string, ids: readonly string[]): Reading {
  const { today, settings, said } = kept;
  const source = once((file: string) => readRegistryFile(root, file));
  const refusal = once((file: string) => {
    const found = source(file);
    return found && refuseFiles([found]).get(file);
  });
  const read = <T>(kind: FileKind, make: (file: string, bytes: Uint8Array) => T) =>
    once((file: string): T | undefined => {
      const found = isKind(kind, file) && !refusal(file) ? source(file) : undefined;
      return found && make(file, found.bytes);
    });
  const plain: Omit<Reading, 'facts'> = {
    ...settings,
    source,
    refusal,
    project: read('project', READ.project),
    log: read('records', READ.records),
    reference: read('reference', READ.reference),
    // What is wrong with the settings stands on no page of an entry.
    ofSettings: () => [],
  };
  const changed = new Set(ids.flatMap((id) => [projectFile(id), recordsFile(id)]));
  const own = [...changed].flatMap((file) => {
    const about = questionsAbout({ file, entry: plain.project(file)?.entry, log: plain.log(file) });
    return [...new Set(about)].map((question) => ({ question, file }));
  });
  const again = Map.groupBy(own, ({ question }) => question);
  const saying = (question: string): readonly string[] => {
    const others = (said.get(question) ?? []).filter((file) => !changed.has(file));
    return [...others, ...(again.get(question) ?? []).map(({ file }) => file)].sort(compareText);
  };
  const compared = once((id: string) => compare(kept, reading, id));
  const facts: Reading['facts'] = {
    ...factsOf({ ...plain, today, given: settings.given, saying }),
    sealedFile: sealedFiles({ get: (file) => (refusal(file) ? undefined : source(file)) }),
    similarTo: ({ id }) => (kept.compared.has(id) ? compared(id) : undefined),
  };
  const reading: Reading = { ...plain, facts };
  return reading;
}

/** What is like a filing that the check of the whole registry compares. */
function compare({ similar: search, held }: KeptSite, reading: Reading, id: string): Comparison | undefined {
  const entry = reading.facts.entries.get(id);
  if (!entry || typeof search === 'string') return undefined;
  const { existing, needOf, finder } = searching(search, reading);
  const filedBy: FiledBy = (unit, from, to, most) =>
    (held.get(unit) ?? [])
      .flatMap((one) => reading.project(projectFile(one))?.entry ?? [])
      .filter((one) => isFiledWithin(one, from, to))
      .slice(0, most);
  return compareAmong(entry, { finder, existing, expect: () => {}, needOf, filedBy }, true);
}

function searchOf(search: KeptSearch, reading: Reading): SimilarSite {
  const { existing, needOf, finder } = searching(search, reading);
  const notKept = (): never => {
    throw new Error('Only a whole build writes the index of the search');
  };
  return {
    stamp: '',
    files: 0,
    index: notKept,
    texts: notKept,
    alike: async (id) => {
      const entry = reading.facts.entries.get(id);
      return entry
        ? alikeOf({ finder, needOf: (number) => existing(number).need }, finder.ask(needOf(entry)))
        : [];
    },
  };
}

/** The search as it was kept: what comes up is read as it is now. */
function searching(search: KeptSearch, { project, reference, units, facts }: Reading) {
  const needOf = once((entry: Entry) => needOfFiling(entry, units, isFinal(facts.lifeOf(entry).state)));
  const existing = once((number: number): Existing => {
    const id = search.columns.ids[number] ?? '';
    const entry = project(projectFile(id))?.entry;
    if (entry) return { need: needOf(entry), standing: '已登记', entry };
    const other = reference(`${id}.md`);
    if (!other) throw new Error(`There is no entry 「${id}」 any more`);
    return { need: needOfReference(other.id, other.record), standing: '参考项目' };
  });
  const finder = finderOfColumns(search, search, (number) => existing(number).need);
  return { existing, needOf, finder };
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
}
