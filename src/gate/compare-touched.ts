import type { Entry } from '../form/entry.ts';
import type { Reading } from '../judging/subject.ts';
import { subjectOf } from '../judging/subject.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { idOf } from '../registry/paths.ts';
import { compareEntries, type OnStock, type OpenFiling } from '../similarity/compare.ts';
import { compareRegistry, type RegistryComparison } from '../similarity/compare-registry.ts';
import { termsOf } from '../similarity/registry-needs.ts';
import { compareText } from '../text/finding.ts';
import type { Tip } from './tip.ts';
import type { Touched } from './touched.ts';

/** What touched filings are compared with besides what is registered. */
interface More {
  readonly open: readonly OpenFiling[];
  /** Filings that the change alters and its author may not alter, as the base has them: others are compared with these. */
  readonly asRegistered: ReadonlyMap<string, Entry>;
}

/** What comes of a change in which nothing is there to be compared, or too much. */
export const NOTHING_COMPARED: RegistryComparison = { similar: new Map(), faults: [], notes: [] };

/** Only what the change touches is compared, by the base's lexicon and threshold: a change cannot blunt the tool. */
export function compareTouched(
  tip: Tip,
  reading: Reading,
  touched: readonly Touched[],
  more: More,
): RegistryComparison {
  const chosen = touched.flatMap(({ file }) => reading.project(file)?.entry ?? []);
  if (chosen.length === 0) return NOTHING_COMPARED;
  const [stock, lexicon] = [tip.stock(), tip.lexicon()];
  if (!stock && tip.judgesAll) return compareWhole(tip, reading, touched, more);
  if (!stock || 'findings' in lexicon)
    return { ...NOTHING_COMPARED, faults: 'findings' in lexicon ? lexicon.findings : [] };
  const subjects = [...new Set(touched.map(({ file }) => subjectOf(file)))];
  const entries = subjects.flatMap((file) => reading.project(file)?.entry ?? []);
  const left = new Set(subjects.flatMap((file) => idOf('project', file) ?? idOf('reference', file) ?? []));
  const { settled = reading.facts, units } = reading.facts;
  const similar = compareEntries(chosen, {
    entries: entries.map((entry) => more.asRegistered.get(entry.id) ?? entry),
    references: subjects.flatMap((file) => reading.reference(file) ?? []),
    onStock: { stock, left } satisfies OnStock,
    open: more.open,
    units,
    isEnded: (entry) => isFinal(settled.lifeOf(entry).state),
    by: { concepts: lexicon.concepts, ...termsOf(tip.reading.office) },
    dated: false,
  });
  return { ...NOTHING_COMPARED, similar };
}

/** The same in a registry so small that everything is made ready anew. */
function compareWhole(
  tip: Tip,
  reading: Reading,
  touched: readonly Touched[],
  more: More,
): RegistryComparison {
  const names = new Set(touched.map(({ file }) => file));
  const besides = <T>(all: readonly T[], added: readonly T[], fileOf: (one: T) => string): T[] =>
    [...all.filter((one) => !names.has(fileOf(one))), ...added].sort((a, b) =>
      compareText(fileOf(a), fileOf(b)),
    );
  const projects = touched.flatMap(({ file }) => reading.project(file)?.entry ?? []);
  const references = touched.flatMap(({ file }) => reading.reference(file) ?? []);
  const entries = besides(tip.entries(), projects, ({ file }) => file);
  const { settled = reading.facts, units, settings } = reading.facts;
  const around = {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    references: besides(tip.references(), references, ({ file }) => file),
    lifeOf: settled.lifeOf,
    units,
    settings,
  };
  const by = { lexicon: tip.lexicon(), office: tip.reading.office };
  return compareRegistry(around, [], { compare: names, by, ...more });
}
