import type { Entry } from '../form/entry.ts';
import { type Files, factsOf } from '../judging/facts-of.ts';
import { saidIn } from '../judging/questions.ts';
import { readFiles, readingOf } from '../judging/read-files.ts';
import { asks, type Standing, stand } from '../judging/standing.ts';
import { type Listed, type Reading, subjectOf } from '../judging/subject.ts';
import { LEXICON_FILE, OFFICE_FILE, UNITS_FILE } from '../registry/paths.ts';
import type { GivenNumber } from '../registry/read-numbers.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import { sealedFiles } from '../registry/sealed-files.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { type ReadLexicon, readLexiconSource } from '../similarity/lexicon/source.ts';
import { type Stock, stockOf } from '../similarity/stock.ts';
import { STOCKED } from '../similarity/whole.ts';
import { isPlainPath } from '../text/hostile/path.ts';
import { largeTip, shelved } from './large-tip.ts';
import { once, shelfOf, stockIds } from './shelf.ts';

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
  /** False where only what a change may concern is judged, and the debt of the rest is not looked at. */
  readonly judgesAll: boolean;
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

/**
 * The base branch of these files. Of a large one only what a change may concern is read; where some computer takes one path
 * for another, everything is. Pure.
 */
export function tipOf(files: readonly SourceFile[], today: string): Tip {
  return isLarge(files) ? largeTip(shelfOf(files), today) : wholeTip(files, today);
}

/** Whether a registry is one of which only parts are read. */
export function isLarge(files: readonly SourceFile[]): boolean {
  return (
    files.length >= STOCKED &&
    stockIds(files.map(({ file }) => file)).length >= STOCKED &&
    files.every(({ file }) => isPlainPath(file))
  );
}

/** Reads a registry; a subject is judged when it is asked for. Pure. */
function wholeTip(files: readonly SourceFile[], today: string): Tip {
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
    judgesAll: true,
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
    stock: once(() => {
      const shelf = shelfOf(files);
      const found = lexicon();
      return stockIds(shelf.names).length >= STOCKED && 'concepts' in found
        ? stockOf(shelved(shelf, reading))
        : undefined;
    }),
    entries: () => read.projects.map(({ entry }) => entry),
    references: () => read.references,
  };
}
