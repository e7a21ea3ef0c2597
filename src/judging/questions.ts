import type { Entry } from '../form/entry.ts';
import { countedEvents } from '../records/corrections.ts';
import { formerIdsOf, type ReadRegistry } from '../registry/facts.ts';
import { numberKey } from '../registry/number-key.ts';
import { idOf } from '../registry/paths.ts';
import { projectKey, yearlyKey } from '../registry/project-key.ts';
import type { ReadRecords } from '../registry/read-records.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { foldPlain } from '../text/fold.ts';

/**
 * What judging one file may ask about others. Each is one question, written as text; as long as all that a judgement asked
 * are answered as before, it stands.
 */
export const QUESTION = {
  /** The filing and the records of an id. */
  entry: (id: string) => `entry ${id}`,
  /** Who has filed this project, by `projectKey`. */
  project: (key: string | undefined) => `project ${key}`,
  /** The same but for the year, by `yearlyKey`. */
  yearly: (key: string | undefined) => `yearly ${key}`,
  /** Which id a project has that once had this one. */
  former: (id: string) => `former ${id}`,
  /** Who holds a 登记号, by `numberKey`. */
  number: (key: string) => `number ${key}`,
  /** Who gives this reason in 查重说明, folded. */
  reason: (folded: string) => `reason ${folded}`,
  reference: (id: string) => `reference ${id}`,
  file: (path: string) => `file ${path}`,
} as const;

/** What is read of one file, in one state of a registry. */
export interface Said {
  readonly file: string;
  readonly entry?: Entry | undefined;
  readonly log?: ReadRecords | undefined;
}

/** The questions that one file has a part in answering. */
export function* questionsAbout({ file, entry, log }: Said): Iterable<string> {
  yield QUESTION.file(file);
  const id = idOf('project', file) ?? idOf('records', file);
  if (id !== undefined) yield QUESTION.entry(id);
  const reference = idOf('reference', file);
  if (reference !== undefined) yield QUESTION.reference(reference);
  if (entry) {
    const [project, yearly] = [projectKey(entry), yearlyKey(entry)];
    if (project !== undefined) yield QUESTION.project(project);
    if (yearly !== undefined) yield QUESTION.yearly(yearly);
    for (const { reason } of entry.filing.answers ?? []) yield QUESTION.reason(foldPlain(reason));
  }
  if (!log) return;
  for (const { number } of countedEvents(log.events))
    if (number !== undefined) yield QUESTION.number(numberKey(number));
  for (const [former] of formerIdsOf(log)) yield QUESTION.former(former);
}

/** The files of a registry by the questions that they have a part in. */
export function saidIn({
  projects,
  records,
  sound,
}: Pick<ReadRegistry, 'projects' | 'records'> & {
  readonly sound: readonly Pick<SourceFile, 'file'>[];
}): ReadonlyMap<string, readonly string[]> {
  const entries = new Map(projects.map(({ entry }) => [entry.file, entry]));
  const logs = new Map([...records.values()].map((log) => [log.file, log]));
  const files = new Map<string, string[]>();
  for (const { file } of sound) {
    for (const question of questionsAbout({ file, entry: entries.get(file), log: logs.get(file) })) {
      const before = files.get(question);
      if (!before) files.set(question, [file]);
      else if (before.at(-1) !== file) before.push(file);
    }
  }
  return files;
}

/** What is asked by a path is answered by the path itself. */
export const BY_PATH = new RegExp(
  `^(?:${[QUESTION.entry(''), QUESTION.file(''), QUESTION.reference('')].join('|')})`,
);
