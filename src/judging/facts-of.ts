import {
  type AsReceived,
  formerIdsOf,
  type Lookup,
  type RegistryFacts,
  rememberLives,
  type WrittenAnswer,
} from '../registry/facts.ts';
import { numberKey } from '../registry/number-key.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { projectFile, recordsFile } from '../registry/paths.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import type { GivenNumber } from '../registry/read-numbers.ts';
import type { ReadRecords } from '../registry/read-records.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import { unitNames } from '../registry/unit-names.ts';
import type { Unit } from '../registry/units.ts';
import { foldPlain } from '../text/fold.ts';
import { QUESTION } from './questions.ts';

/** A registry that is asked for single files, and for the files that have a part in answering a question. */
export interface Files {
  readonly today: string;
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly given: readonly GivenNumber[];
  readonly project: (file: string) => ReadEntry | undefined;
  readonly log: (file: string) => ReadRecords | undefined;
  readonly reference: (file: string) => ReadReference | undefined;
  /** The files that `questionsAbout` names for a question, sorted. */
  readonly saying: (question: string) => readonly string[];
}

/** The facts of a registry, each worked out when it is asked: the same that `gatherFacts` works out of all files. */
export function factsOf(files: Files, asReceived?: AsReceived): RegistryFacts {
  const { today, office = NOTHING_SET, units, given, saying } = files;
  const records = lookup((id: string) => files.log(recordsFile(id)));
  const entriesSaying = (question: string) =>
    saying(question).flatMap((file) => files.project(file)?.entry ?? []);
  const logsSaying = (question: string) => saying(question).flatMap((file) => files.log(file) ?? []);
  const holders = new Map(given.map(({ number, id }) => [numberKey(number), id]));
  return {
    today,
    units,
    records,
    lifeOf: rememberLives(records, today, files.office?.settings, asReceived),
    unitNamed: unitNames(units),
    office,
    settings: office.settings,
    entries: lookup((id: string) => files.project(projectFile(id))?.entry),
    references: { has: (id) => files.reference(`${id}.md`) !== undefined },
    byProject: lookup((key) => some(entriesSaying(QUESTION.project(key)))),
    byYearly: lookup((key) => some(entriesSaying(QUESTION.yearly(key)))),
    formerIds: lookup((former: string) =>
      logsSaying(QUESTION.former(former))
        .flatMap(formerIdsOf)
        .findLast(([id]) => id === former)
        ?.at(1),
    ),
    numbers: lookup((key: string) => {
      const ids = logsSaying(QUESTION.number(key)).map(({ id }) => id);
      return some([...new Set([...(holders.has(key) ? [holders.get(key) ?? ''] : []), ...ids])]);
    }),
    answersByReason: lookup((folded: string) =>
      some(
        entriesSaying(QUESTION.reason(folded)).flatMap(({ id, filing }): readonly WrittenAnswer[] =>
          (filing.answers ?? [])
            .filter(({ reason }) => foldPlain(reason) === folded)
            .map((answer) => ({ id, answer })),
        ),
      ),
    ),
  };
}

function lookup<K, V>(find: (key: K) => V | undefined): Lookup<K, V> {
  return { get: find, has: (key) => find(key) !== undefined };
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
