import { dayIn, MARK, marksOf, reasonMarksOf, titleIn } from '../judging/marks.ts';
import { type ReadSettings, readSettings } from '../judging/read-files.ts';
import { idOf, isKind, LEXICON_FILE, projectFile, unitOf } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { type ReadLexicon, readLexiconSource } from '../similarity/lexicon/source.ts';
import type { Indexes } from '../similarity/likely-texts.ts';
import { PairWriter } from '../similarity/pair-index.ts';
import type { Shelved } from '../similarity/stock.ts';
import { decode } from '../text/decode.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';

/** A base branch that is too large to be read whole: files by their names, and what a glance at all of them tells. */
export interface Shelf {
  /** Every path, sorted. */
  readonly names: readonly string[];
  readonly source: (file: string) => SourceFile | undefined;
  /** Says which files are going to be asked for, so that they can be read at once. */
  readonly expect: (files: readonly string[]) => void;
  readonly settings: () => Pick<ReadSettings, 'office' | 'units' | 'given' | 'ofSettings'>;
  readonly lexicon: () => ReadLexicon;
  /** The files with a mark of `MARK`, sorted. */
  readonly marked: (mark: string) => readonly string[];
  /** The pairs of filings and references, in the order of `stockIds`. */
  readonly index: () => Indexes;
  readonly filedIn: Shelved['filedIn'];
}

/** The same where all bytes are at hand: it can be written down. */
export interface WholeShelf extends Shelf {
  /** Every mark that is asked for, with its files. */
  readonly marks: () => Iterable<readonly [mark: string, files: readonly string[]]>;
  /** Units in whose folders there are filings. */
  readonly units: () => Iterable<string>;
}

/** The ids of what is compared: filings, then references. */
export function stockIds(names: readonly string[]): readonly string[] {
  const of = (kind: 'project' | 'reference'): string[] => names.flatMap((file) => idOf(kind, file) ?? []);
  return [...of('project'), ...of('reference')];
}

/** The file of such an id. */
export function stockFile(id: string): string {
  return isKind('reference', `${id}.md`) ? `${id}.md` : projectFile(id);
}

/** The text of a file as far as a glance at it goes: what is refused is as good as empty, and never decoded. */
function textOf(source: SourceFile | undefined): string {
  return source && source.size === undefined ? decode(source.bytes).text : '';
}

/** A base branch all of whose bytes are at hand. Each file is looked at when something is asked of all, and once. */
export function shelfOf(files: readonly SourceFile[]): WholeShelf {
  const byName = new Map(files.map((one) => [one.file, one]));
  const source = (file: string): SourceFile | undefined => byName.get(file);
  const names = files.map(({ file }) => file);
  const isRefused = (file: string): boolean =>
    refuseFiles(files.filter((one) => one.file === file)).has(file);
  const glance = once(() => glanceAt(files));
  const ofReasons = once(() => {
    const marks = new Marks();
    for (const one of files) marks.add(one.file, reasonMarksOf(one.file, textOf(one)));
    return marks.files;
  });
  const filings = once(() =>
    Map.groupBy(
      names.filter((file) => isKind('project', file)),
      unitOf,
    ),
  );
  return {
    names,
    source,
    expect: () => {},
    settings: once(() => readSettings(source, isRefused)),
    lexicon: once(() => readLexiconSource(isRefused(LEXICON_FILE) ? undefined : source(LEXICON_FILE))),
    marked: (mark) => (IS_OF_REASONS.test(mark) ? ofReasons() : glance().marks).get(mark) ?? [],
    *marks() {
      yield* glance().marks;
      yield* ofReasons();
    },
    units: () => [...filings().keys()].flatMap((unit) => unit ?? []),
    index: () => glance().indexes,
    filedIn: (unit) =>
      (filings().get(unit) ?? []).map((file) => ({
        id: idOf('project', file) ?? '',
        day: dayIn(textOf(source(file))),
      })),
  };
}

const IS_OF_REASONS = new RegExp(`^(?:${MARK.reason('')}|${MARK.unclearReason}$)`);

/** The files of each mark, in the order in which they come. */
class Marks {
  readonly files = new Map<string, string[]>();

  add(file: string, marks: Iterable<string>): void {
    for (const mark of marks) {
      const before = this.files.get(mark);
      if (!before) this.files.set(mark, [file]);
      else if (before.at(-1) !== file) before.push(file);
    }
  }
}

/** Looks at every file once, in the order of `stockIds`. */
function glanceAt(files: readonly SourceFile[]): {
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly indexes: Indexes;
} {
  const [texts, names, marks] = [new PairWriter(), new PairWriter(), new Marks()];
  for (const kind of ['project', 'reference', 'records'] as const)
    for (const one of files.filter(({ file }) => isKind(kind, file))) {
      const text = textOf(one);
      marks.add(one.file, marksOf(one.file, text));
      if (kind === 'records') continue;
      texts.add(text);
      names.add(titleIn(text));
    }
  return { marks: marks.files, indexes: { texts: texts.index(), names: names.index() } };
}

/** Made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
