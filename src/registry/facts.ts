import type { Entry } from '../form/entry.ts';
import { deriveState, type Lifecycle } from '../records/lifecycle/derive.ts';
import { NOTHING_SET, type Office } from './office.ts';
import { projectKey, yearlyKey } from './project-key.ts';
import type { ReadEntry } from './read-entry.ts';
import type { ReadRecords } from './read-records.ts';
import type { ReadReference } from './read-reference.ts';
import type { Settings } from './settings.ts';
import { type NamesUnit, unitNames } from './unit-names.ts';
import type { Unit } from './units.ts';

/** A whole registry as its files were read, on a day. */
export interface ReadRegistry {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly projects: readonly ReadEntry[];
  readonly references: readonly ReadReference[];
  /** The office's 办理记录, by the id of the project. */
  readonly records: ReadonlyMap<string, ReadRecords>;
}

/** What is worked out once of a registry, for rules and for whoever else asks. */
export interface RegistryFacts {
  readonly today: string;
  readonly units: ReadonlyMap<string, Unit>;
  /** The unit of the 名录 that a name means, and how surely. */
  readonly unitNamed: NamesUnit;
  /** What the office has declared; while its file cannot be read, nothing. */
  readonly office: Office;
  /** The office's own figures (office.yaml 设置); one that is blank has no effect: none of them is law. */
  readonly settings: Settings;
  /** Every entry of the registry that could be read, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids of references, `references/<slug>`. */
  readonly references: ReadonlySet<string>;
  /** Entries that name the same project, by `projectKey`. */
  readonly byProject: ReadonlyMap<string | undefined, readonly Entry[]>;
  /** Entries that name the same project but for the year, by `yearlyKey`. */
  readonly byYearly: ReadonlyMap<string | undefined, readonly Entry[]>;
  readonly records: ReadonlyMap<string, ReadRecords>;
  /** The project to which each 登记号 was given first, in the order of the files. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Where an entry stands on the day of the check. */
  readonly lifeOf: (entry: Entry) => Lifecycle;
}

/** Works out the facts of a registry. Pure. */
export function gatherFacts({
  today,
  office = NOTHING_SET,
  units,
  projects,
  references,
  records,
}: ReadRegistry): RegistryFacts {
  const entries = new Map(projects.map(({ entry }) => [entry.id, entry]));
  return {
    today,
    units,
    unitNamed: unitNames(units),
    office,
    settings: office.settings,
    entries,
    references: new Set(references.map(({ id }) => id)),
    byProject: Map.groupBy(entries.values(), projectKey),
    byYearly: Map.groupBy(entries.values(), yearlyKey),
    records,
    numbers: numbersGiven(records.values()),
    lifeOf: rememberLives(records, today),
  };
}

function numbersGiven(records: Iterable<ReadRecords>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const { id, events } of records) {
    for (const { number } of events) if (number !== undefined && !given.has(number)) given.set(number, id);
  }
  return given;
}

/** Several rules and pages ask where an entry stands; it is worked out once. */
function rememberLives(
  records: ReadonlyMap<string, ReadRecords>,
  today: string,
): (entry: Entry) => Lifecycle {
  const lives = new Map<Entry, Lifecycle>();
  return (entry) => {
    const known = lives.get(entry);
    if (known) return known;
    const { route, filing, id } = entry;
    const life = deriveState({ route, filing, records: records.get(id)?.events ?? [], today });
    lives.set(entry, life);
    return life;
  };
}
