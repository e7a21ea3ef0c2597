import type { Entry } from '../form/entry.ts';
import type { Filing } from '../form/fields.ts';
import { countedEvents } from '../records/corrections.ts';
import type { DecidedReadings } from '../records/lifecycle/decided.ts';
import { deriveState, type Lifecycle } from '../records/lifecycle/derive.ts';
import { foldPlain } from '../text/fold.ts';
import type { Harvest } from './harvests.ts';
import { numberKey } from './number-key.ts';
import { NOTHING_SET, type Office } from './office.ts';
import { projectKey, yearlyKey } from './project-key.ts';
import type { ReadEntry } from './read-entry.ts';
import type { GivenNumber } from './read-numbers.ts';
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
  /** The index of 登记号; where there is none, nothing. */
  readonly given?: readonly GivenNumber[];
  /** The other registries whose open data is taken in; where there is no list of them, nothing. */
  readonly harvests?: readonly Harvest[];
  /** Where an entry stands on the day of the check, by these records. */
  readonly lifeOf: (entry: Entry) => Lifecycle;
}

/** A map of which only single keys are asked: what is behind it need not all be read. */
export type Lookup<K, V> = Pick<ReadonlyMap<K, V>, 'get' | 'has'>;

/** What is worked out once of a registry, for rules and for whoever else asks. */
export interface RegistryFacts extends Pick<ReadRegistry, 'today' | 'units' | 'lifeOf'> {
  readonly records: Lookup<string, ReadRecords>;
  /** The unit of the 名录 that a name means, and how surely. */
  readonly unitNamed: NamesUnit;
  /** What the office has declared; while its file cannot be read, nothing. */
  readonly office: Office;
  /** The office's own figures (office.yaml 设置); one that is blank has no effect: none of them is law. */
  readonly settings: Settings;
  /** Every entry of the registry that could be read, by id. */
  readonly entries: Lookup<string, Entry>;
  /** Ids of references, `references/<slug>`. */
  readonly references: Pick<ReadonlySet<string>, 'has'>;
  /** Entries that name the same project, by `projectKey`. */
  readonly byProject: Lookup<string | undefined, readonly Entry[]>;
  /** Entries that name the same project but for the year, by `yearlyKey`. */
  readonly byYearly: Lookup<string | undefined, readonly Entry[]>;
  /** Ids that projects had before a 移交, with the ids that they have now: records of others still name the old ones. */
  readonly formerIds: Lookup<string, string>;
  /** The projects to which each 登记号, by `numberKey`, was given, in the order of the files. */
  readonly numbers: Lookup<string, readonly string[]>;
  /** Answers of 查重说明 with the same reason, word for word, by the folded reason. */
  readonly answersByReason: Lookup<string, readonly WrittenAnswer[]>;
}

/** The same where everything is at hand. */
export interface WholeFacts extends RegistryFacts {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly records: ReadonlyMap<string, ReadRecords>;
  readonly byProject: ReadonlyMap<string | undefined, readonly Entry[]>;
  readonly byYearly: ReadonlyMap<string | undefined, readonly Entry[]>;
  readonly formerIds: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  readonly answersByReason: ReadonlyMap<string, readonly WrittenAnswer[]>;
}

/** An answer of 查重说明, and the entry in which it stands. */
export interface WrittenAnswer {
  readonly id: string;
  readonly answer: NonNullable<Filing['answers']>[number];
}

/** What is asked of a registry to work its facts out. */
type Gathered = Omit<ReadRegistry, 'projects' | 'references'> & {
  readonly projects: readonly Pick<ReadEntry, 'entry'>[];
  readonly references: readonly Pick<ReadReference, 'id'>[];
};

/** Works out the facts of a registry. Pure. */
export function gatherFacts(read: Gathered): WholeFacts {
  const { today, office = NOTHING_SET, units, projects, references, records, lifeOf, given = [] } = read;
  const entries = new Map(projects.map(({ entry }) => [entry.id, entry]));
  return {
    today,
    units,
    records,
    lifeOf,
    unitNamed: unitNames(units),
    office,
    settings: office.settings,
    entries,
    references: new Set(references.map(({ id }) => id)),
    byProject: Map.groupBy(entries.values(), projectKey),
    byYearly: Map.groupBy(entries.values(), yearlyKey),
    formerIds: new Map([...records.values()].flatMap(formerIdsOf)),
    numbers: numbersGiven(records.values(), given),
    answersByReason: Map.groupBy(answersOf(entries.values()), ({ answer }) => foldPlain(answer.reason)),
  };
}

/** The ids that a project has had, each with the present one. */
export function formerIdsOf({ id, events }: Pick<ReadRecords, 'id' | 'events'>): readonly [string, string][] {
  const slug = id.split('/')[1] ?? '';
  return events.flatMap(({ event, from }) =>
    event === '移交' && from !== undefined && `${from}/${slug}` !== id ? [[`${from}/${slug}`, id]] : [],
  );
}

function numbersGiven(
  records: Iterable<ReadRecords>,
  index: readonly GivenNumber[],
): ReadonlyMap<string, readonly string[]> {
  const given = new Map(index.map(({ number, id }) => [numberKey(number), [id]]));
  for (const { id, events } of records) {
    for (const { number } of countedEvents(events)) {
      if (number === undefined) continue;
      const holders = given.get(numberKey(number)) ?? [];
      if (!holders.includes(id)) given.set(numberKey(number), [...holders, id]);
    }
  }
  return given;
}

/** Entries as they were when the office received them, by id: where records do not say what that was. */
export type AsReceived = Pick<ReadonlyMap<string, Entry>, 'get'>;

/**
 * Where entries stand by some records. Several rules and pages ask; it is worked out once for each. In a change the
 * base's filing stands in for what was received, so that an edit of the filing moves nobody to another route.
 */
export function rememberLives(
  records: Lookup<string, ReadRecords>,
  today: string,
  decided: DecidedReadings = {},
  asReceived: AsReceived = new Map(),
): (entry: Entry) => Lifecycle {
  const lives = new Map<Entry, Lifecycle>();
  return (entry) => {
    const known = lives.get(entry);
    if (known) return known;
    const { id } = entry;
    const { route, filing } = asReceived.get(id) ?? entry;
    const life = deriveState({ route, filing, records: records.get(id)?.events ?? [], today, decided });
    lives.set(entry, life);
    return life;
  };
}

function answersOf(entries: Iterable<Entry>): readonly WrittenAnswer[] {
  return [...entries].flatMap(({ id, filing }) => (filing.answers ?? []).map((answer) => ({ id, answer })));
}
