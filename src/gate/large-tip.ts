import type { Entry } from '../form/entry.ts';
import { factsOf } from '../judging/facts-of.ts';
import { questionsAbout } from '../judging/questions.ts';
import { READ } from '../judging/read-files.ts';
import { asks, type Standing, stand } from '../judging/standing.ts';
import { type Reading, subjectOf } from '../judging/subject.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import {
  type FileKind,
  idOf,
  isKind,
  OFFICE_FILE,
  projectFile,
  recordsFile,
  UNITS_FILE,
} from '../registry/paths.ts';
import type { ComparedEntry } from '../registry/read-entry.ts';
import { sealedFiles } from '../registry/sealed-files.ts';
import { type Shelved, stockOf } from '../similarity/stock.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { mayAnswer, mayAsk, slugOf } from './by-marks.ts';
import { once, type Shelf, stockFile, stockIds } from './shelf.ts';
import type { Tip } from './tip.ts';

/**
 * A large base branch: of its files those are read and judged that may have a part in the judgement of a change, and no
 * others. Which these can be, their marks tell; what they really have to do with it, reading them.
 */
export function largeTip(shelf: Shelf, today: string): Tip {
  const settings = once(shelf.settings);
  const reading = readingIn(shelf, settings, today, (question) => saying(question));
  const bySlug = once(() => Map.groupBy(shelf.names, slugOf));
  const saying = (question: string): readonly string[] => {
    const files = mayAnswer(question, shelf, bySlug());
    shelf.expect(files);
    return files.filter((file) => {
      const said = { file, entry: reading.project(file)?.entry, log: reading.log(file) };
      return [...questionsAbout(said)].includes(question);
    });
  };
  const known = new Map<string, Standing>();
  const standing = (subject: string): Standing => {
    const made = known.get(subject) ?? stand(subject, reading);
    known.set(subject, made);
    return made;
  };
  const subjects = once(() => new Set([OFFICE_FILE, UNITS_FILE, ...shelf.names.map(subjectOf)]));
  return {
    today,
    reading,
    judgesAll: false,
    get given() {
      return settings().given ?? [];
    },
    expect: shelf.expect,
    saying,
    standing: (subject) => standing(subject).found,
    standings: () => [],
    *askers(questions) {
      const may = mayAsk(questions, shelf, bySlug());
      const own = [...new Set(may.map(subjectOf))];
      shelf.expect(own.flatMap((file) => [file, recordsFile(idOf('project', file) ?? '')]));
      for (const subject of own) if (asks(standing(subject), questions)) yield subject;
    },
    subjects,
    isPlain: true,
    names: () => shelf.names,
    lexicon: shelf.lexicon,
    stock: once(() => {
      const lexicon = shelf.lexicon();
      return 'concepts' in lexicon
        ? stockOf(shelved(shelf, reading, readIn(shelf, reading.refusal)('project', READ.compared)))
        : undefined;
    }),
    entries: refuse,
    references: refuse,
  };
}

/** Without a lexicon nothing is compared, and with one there is a stock. */
function refuse(): never {
  throw new Error('A large base branch is not read whole');
}

/** A large registry as it is compared; `compared` reads as much of a filing as is compared. */
export function shelved(
  shelf: Shelf,
  { project, log, reference, units, facts }: Reading,
  compared: (file: string) => ComparedEntry | undefined = (file) => project(file)?.entry,
): Shelved {
  const entry = (id: string): Entry | undefined => project(projectFile(id))?.entry;
  return {
    ids: stockIds(shelf.names),
    units,
    entry,
    compared: (id) => compared(projectFile(id)),
    reference: (id) => reference(`${id}.md`),
    // Only what the office has written down ends a project.
    isEnded: (id) => {
      const ended = log(recordsFile(id)) ? entry(id) : undefined;
      return ended !== undefined && isFinal(facts.lifeOf(ended).state);
    },
    expect: (ids) => shelf.expect(ids.flatMap((id) => [stockFile(id), recordsFile(id)])),
    index: shelf.index,
    filedIn: shelf.filedIn,
  };
}

function readingIn(
  { source }: Shelf,
  settings: Shelf['settings'],
  today: string,
  saying: Tip['saying'],
): Reading {
  const refusals = new Map<string, ReturnType<Reading['refusal']>>();
  const refusal: Reading['refusal'] = (file) => {
    if (!refusals.has(file)) {
      const found = source(file);
      refusals.set(file, found && refuseFiles([found]).get(file));
    }
    return refusals.get(file);
  };
  const read = readIn({ source }, refusal);
  const { office, units, given = [], ofSettings } = settings();
  const plain = {
    office,
    units,
    source,
    refusal,
    project: read('project', READ.project),
    log: read('records', READ.records),
    reference: read('reference', READ.reference),
    ofSettings: (file: string) => ofSettings.get(file) ?? [],
  };
  const facts = {
    ...factsOf({ ...plain, today, given, saying }),
    sealedFile: sealedFiles({ get: (file) => (refusal(file) ? undefined : source(file)) }),
    similarTo: () => undefined,
  };
  return { ...plain, facts };
}

/** Reads files of a kind, but for those that are refused. */
function readIn({ source }: Pick<Shelf, 'source'>, refusal: Reading['refusal']) {
  return <T>(kind: FileKind, make: (file: string, bytes: Uint8Array) => T) =>
    (file: string): T | undefined => {
      const found = isKind(kind, file) && !refusal(file) ? source(file) : undefined;
      return found && make(file, found.bytes);
    };
}
