import { MARK, marksOf } from '../judging/marks.ts';
import { idOf, isKind } from '../registry/paths.ts';
import { nameInKey } from '../registry/project-key.ts';
import { decode } from '../text/decode.ts';
import type { Shelf } from './shelf.ts';

/** Which files of a large registry may have to do with a question, by their marks: more than have, and none too few. */

/** The files of a registry by the last part of the id that they belong to. */
export type BySlug = ReadonlyMap<string, readonly string[]>;

/** The last part of the id of a file's project or reference; a file that belongs to none has its own path. */
export function slugOf(file: string): string {
  const kinds = ['project', 'records', 'sealed', 'reference'] as const;
  const id = kinds.map((kind) => idOf(kind, file)).find((one) => one !== undefined) ?? file;
  return slugIn(id);
}

/** A question taken apart: its kind, and what it is about. */
function partsOf(question: string): readonly [kind: string, about: string] {
  const blank = question.indexOf(' ');
  return [question.slice(0, blank), question.slice(blank + 1)];
}

/** The marks of those that may have a part in answering a question of each kind that is put to several files. */
const ANSWERED_BY: Readonly<Record<string, (about: string) => readonly string[]>> = {
  project: (key) => [MARK.called(nameInKey(key))],
  yearly: (key) => [MARK.calledEachYear(nameInKey(key))],
  number: (key) => [MARK.number(key)],
  reason: (folded) => [MARK.reason(folded), MARK.unclearReason],
};

/** The files that may have a part in answering a question, sorted. */
export function mayAnswer(question: string, shelf: Shelf, bySlug: BySlug): readonly string[] {
  const [kind, about] = partsOf(question);
  // A project that moved keeps the last part of its id.
  if (kind === 'former') return bySlug.get(slugIn(about)) ?? [];
  const marks = ANSWERED_BY[kind]?.(about);
  return marks ? [...new Set([...marks, MARK.unclear].flatMap(shelf.marked))].sort() : [];
}

function slugIn(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/**
 * The files whose judgement may have asked one of some questions: those that a question is about, those that name them or
 * are called the same, and those that may have come to it by way of others.
 */
export function mayAsk(questions: ReadonlySet<string>, shelf: Shelf, bySlug: BySlug): readonly string[] {
  const found = new Set(shelf.marked(MARK.unclear));
  const open: string[] = [];
  const add = (files: Iterable<string>): void => {
    for (const file of files)
      if (!found.has(file)) {
        found.add(file);
        open.push(file);
      }
  };
  const addBySlug = (slug: string): void => {
    add(bySlug.get(slug) ?? []);
    add(shelf.marked(MARK.names(slug)));
  };
  open.push(...found);
  for (const question of questions) {
    const [kind, about] = partsOf(question);
    const marks = ANSWERED_BY[kind]?.(about);
    if (marks) add(marks.flatMap(shelf.marked));
    else addBySlug(kind === 'file' ? slugOf(about) : slugIn(about));
  }
  for (let round = open.splice(0); round.length > 0; round = open.splice(0)) {
    const files = round.filter((file) => isKind('project', file) || isKind('records', file));
    shelf.expect(files);
    for (const file of files) {
      addBySlug(slugOf(file));
      const source = shelf.source(file);
      const marks = source && source.size === undefined ? marksOf(file, decode(source.bytes).text) : [];
      for (const mark of marks) if (CALLED.test(mark)) add(shelf.marked(mark));
    }
  }
  return [...found].sort();
}

const CALLED = new RegExp(`^(?:${MARK.called('')}|${MARK.calledEachYear('')})`);
