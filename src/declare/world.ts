import type { CheckResult } from '../check.ts';
import { type Entry, makeEntry } from '../form/entry.ts';
import type { FieldKey, Filing } from '../form/fields.ts';
import { countedEvents } from '../records/corrections.ts';
import { deriveState, type Lifecycle } from '../records/lifecycle/derive.ts';
import { isFinal, type State } from '../records/lifecycle/states.ts';
import type { RecordEvent } from '../records/log.ts';
import { gatherFacts, type RegistryFacts, rememberLives, type WholeFacts } from '../registry/facts.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { projectFile, recordsFile } from '../registry/paths.ts';
import { projectKey, yearlyKey } from '../registry/project-key.ts';
import { type ReadRecords, readRecords } from '../registry/read-records.ts';
import type { Unit } from '../registry/units.ts';
import { type FiledBy, filedLately, isFiledWithin, latestFirst } from '../similarity/filed-lately.ts';

/**
 * What the form in the browser has to know of a registry: the office's settings, the units, and of every filing as
 * much as the rules ask of the others. One JSON file, so everything in it is plain data.
 */
export interface World {
  /** Names this state of the registry. */
  readonly stamp: string;
  /** The day on which it was read, YYYY-MM-DD: no filing is written before it. */
  readonly builtOn: string;
  readonly office: Office;
  readonly units: readonly Unit[];
  readonly others: readonly Other[];
  /** Ids of references. */
  readonly references: readonly string[];
}

/** Another filing, as far as rules look at it. */
export interface Other {
  readonly id: string;
  readonly filing: Filing;
  readonly state: State;
  /** Whose turn it is, in words. */
  readonly label: string;
  /** What the office has recorded that concerns others: 查重认定 and 移交. */
  readonly events?: readonly RecordEvent[];
}

/** What rules ask of filings besides the one that they judge. */
const ASKED = ['name', 'lead', 'filedOn', 'period', 'predecessor', 'answers', 'budget'] as const;
const OF_OTHERS = ['查重认定', '移交'];

/** The world of a registry as it was checked. */
export function worldOf(
  registry: Pick<
    CheckResult,
    'office' | 'units' | 'projects' | 'records' | 'references' | 'lifeOf' | 'today'
  >,
  stamp: string,
): World {
  const { office = NOTHING_SET, units, projects, records, references, lifeOf, today } = registry;
  return {
    stamp,
    builtOn: today,
    office: { ...office, reviewers: [] },
    units: [...units.values()].map((unit) => ({ ...unit, accounts: [] })),
    others: projects.map(({ entry }) => otherOf(entry, lifeOf(entry), records.get(entry.id))),
    references: references.map(({ id }) => id),
  };
}

function otherOf({ id, filing }: Entry, { state, label }: Lifecycle, log: ReadRecords | undefined): Other {
  const events = countedEvents(log?.events ?? []).filter(({ event }) => OF_OTHERS.includes(event));
  return { id, filing: pick(filing), state, label, ...(events.length > 0 ? { events } : {}) };
}

function pick(filing: Filing): Filing {
  const kept: Partial<Record<FieldKey, unknown>> = {};
  for (const key of ASKED) if (filing[key] !== undefined) kept[key] = filing[key];
  return kept as Filing;
}

/** A world made ready to judge filings in, one after the other. */
export interface OpenWorld extends Pick<World, 'office'> {
  readonly units: ReadonlyMap<string, Unit>;
  /** The facts beside which a filing is judged: the registry's, with this filing (and its records) in its place. */
  readonly around: (own: Entry, log: ReadRecords | undefined) => RegistryFacts;
  /** What the unit of a filing has filed lately besides, the latest first. */
  readonly lately: (own: Entry) => readonly Entry[];
  /** Another filing by its id, as far as it is known here. */
  readonly entryOf: (id: string) => Entry | undefined;
}

/** Makes a world ready, on a day (YYYY-MM-DD). */
export function openWorld(world: World, today: string): OpenWorld {
  const { office } = world;
  const units = new Map(world.units.map((unit) => [unit.code, unit]));
  const others = world.others.map(({ id, filing }) => entryOf(id, filing));
  const lives = new Map(world.others.map((other) => [other.id, lifeOf(other, today)]));
  const records = new Map(
    world.others.flatMap((other) => (other.events ? [[other.id, logOf(other)] as const] : [])),
  );
  const known = gatherFacts({
    today,
    office,
    units,
    projects: others.map((entry) => ({ entry })),
    references: world.references.map((id) => ({ id })),
    records,
    lifeOf: (entry) => lives.get(entry.id) ?? lifeOf(undefined, today),
  });
  const around = (own: Entry, log: ReadRecords | undefined): RegistryFacts => {
    const ownLog = log ? new Map([...records, [own.id, log] as const]) : records;
    const ownLife = rememberLives(ownLog, today, office.settings);
    return {
      ...known,
      records: ownLog,
      lifeOf: (entry) => (entry.id === own.id ? ownLife(entry) : known.lifeOf(entry)),
      entries: {
        get: (id) => (id === own.id ? own : known.entries.get(id)),
        has: (id) => id === own.id || known.entries.has(id),
      },
      byProject: withOwn(known.byProject, own, projectKey),
      byYearly: withOwn(known.byYearly, own, yearlyKey),
    };
  };
  const live = others.filter((entry) => !isFinal(known.lifeOf(entry).state)).sort(latestFirst);
  const byUnit = Map.groupBy(live, ({ unit }) => unit);
  const filedBy: FiledBy = (unit, from, to, most) =>
    (byUnit.get(unit) ?? []).filter((entry) => isFiledWithin(entry, from, to)).slice(0, most);
  const lately = (own: Entry): readonly Entry[] => filedLately(own, filedBy);
  return { office, units, around, lately, entryOf: (id) => known.entries.get(id) };
}

/** A grouping in which this entry stands as it is now, and no longer as it was: asked at every key, so nothing is copied. */
function withOwn(
  groups: WholeFacts['byProject'],
  own: Entry,
  keyOf: (entry: Entry) => string | undefined,
): RegistryFacts['byProject'] {
  const group = (key: string | undefined): readonly Entry[] => {
    const others = (groups.get(key) ?? []).filter(({ id }) => id !== own.id);
    return key === keyOf(own) ? [...others, own] : others;
  };
  return { get: group, has: (key) => group(key).length > 0 };
}

function entryOf(id: string, filing: Filing): Entry {
  const [unit = '', slug = ''] = id.split('/');
  return makeEntry({ id, unit, slug, file: projectFile(id), filing, unreadable: new Set() });
}

/** Where another filing stands was worked out with the site. */
function lifeOf(other: Other | undefined, today: string): Lifecycle {
  const derived = deriveState({ route: undefined, filing: other?.filing ?? {}, records: [], today });
  return other ? { ...derived, state: other.state, label: other.label } : derived;
}

function logOf({ id, events = [] }: Other): ReadRecords {
  return { ...readRecords(recordsFile(id), new Uint8Array()), events, sound: true, problems: [] };
}
