import type { CheckResult } from '../../check.ts';
import type { Day } from '../../form/dates.ts';
import {
  isBlob,
  type Revision,
  type Revisions,
  readRevisions,
  readVersions,
} from '../../io/file-revisions.ts';
import { deviationFrom, type FromFirst, firstDay } from '../../registry/deviation.ts';
import { rememberLives } from '../../registry/facts.ts';
import { type HistoryRow, historyRows, type Version, versionOn } from '../../registry/filing-history.ts';
import { type ReadEntry, readEntry } from '../../registry/read-entry.ts';

/** What the pages say of the past of the filings. */
export interface SiteHistory {
  /** How far back the repository goes: `none` where there is none, `cut` where it is a shallow copy. */
  readonly reach: Revisions['reach'];
  /** By id: newest first. A filing that was never committed has none. */
  readonly rows: ReadonlyMap<string, readonly HistoryRow[]>;
  /** By id: against the first approval; of filings that were received. */
  readonly deviations: ReadonlyMap<string, FromFirst>;
}

/** Filings whose versions lie in memory at a time. */
const AT_A_TIME = 200;

/**
 * The past of all filings, from one pass over the log. Only filings that were changed after they came are read again,
 * so a registry without changes costs nothing but the log.
 */
export async function historyOf(
  registry: CheckResult,
  root: string,
  nameOf = namesOf(registry),
): Promise<SiteHistory> {
  const revisions = await readRevisions(root, 'projects');
  const { projects } = registry;
  const rows = new Map<string, readonly HistoryRow[]>();
  const deviations = new Map<string, FromFirst>();
  const lifeThen = livesOn(registry);
  for (let at = 0; at < projects.length; at += AT_A_TIME) {
    const some = projects.slice(at, at + AT_A_TIME);
    const versions = await versionsOf(some, revisions);
    for (const { entry } of some) {
      const own = versions.get(entry.id) ?? [];
      if (own.length > 0) rows.set(entry.id, historyRows(own, entry, nameOf));
      const life = registry.lifeOf(entry);
      const day = firstDay(life);
      if (day === undefined) continue;
      const first = { life: lifeThen(day)(entry), version: versionOn(own, day) };
      const deviation = deviationFrom(life, entry, first);
      if (deviation) deviations.set(entry.id, deviation);
    }
  }
  return { reach: revisions.reach, rows, deviations };
}

/** What the ids of a registry are called. */
function namesOf({ projects, references }: CheckResult): (id: string) => string {
  const names = new Map([
    ...projects.map(({ entry }) => [entry.id, entry.filing.name] as const),
    ...references.map(({ id, record }) => [id, record.name] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

function livesOn({ records, office }: CheckResult): (day: Day) => CheckResult['lifeOf'] {
  const days = new Map<Day, CheckResult['lifeOf']>();
  return (day) => {
    const known = days.get(day) ?? rememberLives(records, day, office?.settings);
    days.set(day, known);
    return known;
  };
}

async function versionsOf(
  some: readonly ReadEntry[],
  revisions: Revisions,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const plans = some
    .map((read) => ({ read, own: revisions.of.get(read.entry.file) ?? [] }))
    .filter(({ own }) => own.length > 0);
  const wanted = plans.filter(({ read, own }) => needsReading(read, own));
  const blobs = wanted.flatMap(({ own }) => own.map(({ blob }) => blob));
  const bytes = await readVersions(revisions, blobs);
  return new Map(
    plans.map(({ read, own }) => {
      const known = needsReading(read, own)
        ? [...own.map((one) => versionAt(one, read, bytes)), ...unsaved(read, own)]
        : own.map(({ commit, day }) => ({ commit, day, entry: read.entry }));
      return [read.entry.id, known];
    }),
  );
}

/** One version that the file still holds needs no reading. */
function needsReading({ parsed }: ReadEntry, own: readonly Revision[]): boolean {
  const [first] = own;
  return own.length > 1 || (first !== undefined && !isBlob(parsed.text, first.blob));
}

function versionAt(
  { commit, day, blob, from }: Revision,
  { entry: { file } }: ReadEntry,
  bytes: ReadonlyMap<string, Uint8Array>,
): Version {
  const read = readEntry(file, bytes.get(blob) ?? new Uint8Array());
  const entry = read.parsed.head.lost ? undefined : read.entry;
  const unit = from?.split('/')[1];
  return { commit, day, entry, ...(unit === undefined ? {} : { from: unit }) };
}

/** What lies in the folder and is not what was committed last. */
function unsaved({ entry, parsed }: ReadEntry, own: readonly Revision[]): readonly Version[] {
  const last = own.at(-1);
  return last && !isBlob(parsed.text, last.blob) ? [{ commit: undefined, day: undefined, entry }] : [];
}
