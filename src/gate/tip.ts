import type { Entry } from '../form/entry.ts';
import { type Files, factsOf } from '../judging/facts-of.ts';
import { saidIn } from '../judging/questions.ts';
import { type ReadFiles, readFiles, readingOf } from '../judging/read-files.ts';
import { judgeSubject, type Listed, listed, type Reading, subjectOf } from '../judging/subject.ts';
import { traced } from '../judging/traced.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { LEXICON_FILE, OFFICE_FILE, UNITS_FILE } from '../registry/paths.ts';
import type { GivenNumber } from '../registry/read-numbers.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import { sealedFiles } from '../registry/sealed-files.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { type ReadLexicon, readLexiconSource } from '../similarity/lexicon/source.ts';
import { registryMaker } from '../similarity/library.ts';
import { STOCKED, type Stock, stockOf } from '../similarity/stock.ts';
import { isPlainPath } from '../text/hostile/path.ts';

/** The base branch as it stands, judged; as much of it is worked out as a change makes one ask for. */
export interface Tip {
  /** The day on which it was judged. */
  readonly today: string;
  readonly reading: Reading;
  readonly given: readonly GivenNumber[];
  /** Says which files are going to be asked for, so that they can be read at once. */
  readonly expect: (files: readonly string[]) => void;
  /** The files that have a part in answering a question, sorted. */
  readonly saying: Files['saying'];
  /** What is found in a subject. */
  readonly standing: (subject: string) => Listed;
  /** The same of all subjects in which something is found. */
  readonly standings: () => Iterable<readonly [subject: string, found: Listed]>;
  /** The subjects whose judgement asked one of some questions. */
  readonly askers: (questions: ReadonlySet<string>) => Iterable<string>;
  readonly subjects: () => Iterable<string>;
  /** True when no path is one that some computer takes for another. */
  readonly isPlain: boolean;
  /** Every path, for names that some computer takes for one another. */
  readonly names: () => Iterable<string>;
  readonly lexicon: () => ReadLexicon;
  /** What is registered, made ready to be searched; undefined where it is so little that every change does it anew. */
  readonly stock: () => Stock | undefined;
  /** All of it, for a registry without a stock. */
  readonly entries: () => readonly Entry[];
  readonly references: () => readonly ReadReference[];
}

/** A subject judged, and what its judgement asked of others. */
export interface Standing {
  readonly found: Listed;
  readonly asked: ReadonlySet<string>;
}

/** A base branch all of whose files are at hand. */
export interface WholeTip extends Tip {
  readonly files: readonly SourceFile[];
  readonly read: ReadFiles;
  readonly stand: (subject: string) => Standing;
  /** Every question that some file has a part in, with those files. */
  readonly said: ReadonlyMap<string, readonly string[]>;
}

/** Judges one subject and notes its questions. */
export function stand(subject: string, reading: Reading): Standing {
  const asked = new Set<string>();
  const facts = traced(reading.facts, (question) => asked.add(question));
  return { found: listed(judgeSubject(subject, { ...reading, facts })), asked };
}

/** Reads a registry; a subject is judged when it is asked for. Pure. */
export function tipOf(files: readonly SourceFile[], today: string): WholeTip {
  const read = readFiles(files, today);
  const said = saidIn(read);
  const saying = (question: string): readonly string[] => said.get(question) ?? [];
  const reading = readingOf(read, (plain) => ({
    ...factsOf({ ...plain, today, given: read.given ?? [], saying }),
    sealedFile: sealedFiles(new Map(read.sound.map((source) => [source.file, source]))),
    similarTo: () => undefined,
  }));
  const subjects = new Set([OFFICE_FILE, UNITS_FILE, ...files.map(({ file }) => subjectOf(file))]);
  const lexicon = once(() => readLexiconSource(reading.source(LEXICON_FILE)));
  const known = new Map<string, Standing>();
  const standing = (subject: string): Standing => {
    const before = known.get(subject);
    if (before) return before;
    const made = stand(subject, reading);
    known.set(subject, made);
    return made;
  };
  return {
    today,
    reading,
    files,
    read,
    said,
    stand: standing,
    given: read.given ?? [],
    expect: () => {},
    saying,
    standing: (subject) => standing(subject).found,
    *standings() {
      for (const subject of subjects) yield [subject, standing(subject).found];
    },
    *askers(questions) {
      for (const subject of subjects) if (asks(standing(subject), questions)) yield subject;
    },
    subjects: () => subjects,
    isPlain: files.every(({ file }) => isPlainPath(file)),
    names: () => files.map(({ file }) => file),
    lexicon,
    stock: once(() => stockIn(read, reading, lexicon())),
    entries: () => read.projects.map(({ entry }) => entry),
    references: () => read.references,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function stockIn(read: ReadFiles, { facts }: Reading, lexicon: ReadLexicon): Stock | undefined {
  const { projects, references, units } = read;
  if (projects.length + references.length < STOCKED || !('concepts' in lexicon)) return undefined;
  return stockOf(registryMaker(lexicon.concepts), {
    entries: projects.map(({ entry }) => entry),
    references,
    units,
    isEnded: (entry) => isFinal(facts.lifeOf(entry).state),
  });
}

function asks({ asked }: Standing, questions: ReadonlySet<string>): boolean {
  for (const question of questions) if (asked.has(question)) return true;
  return false;
}
