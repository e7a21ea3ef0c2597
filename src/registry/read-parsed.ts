import { type Readable, type ReadFields, readFields, readSome } from '../form/read-fields.ts';
import type { ParsedFile } from '../text/file.ts';
import { type Raw, withoutBlanks } from '../text/raw.ts';

type Placed = Readable & { readonly place: string };

/** Reads a Markdown file with its dictionary. Of a head that was lost nothing is known, so nothing is said. */
export function readParsed<D extends Placed>(
  parsed: ParsedFile,
  fields: readonly D[],
): ReadFields<D> & { readonly written: readonly string[] } {
  const values = gather(parsed, fields);
  const written = Object.keys(values);
  const { damaged, lost } = parsed.head;
  const read = readFields(fields, values, damaged);
  if (!lost) return { ...read, written };
  return { values: read.values, unreadable: new Set(fields.map(({ key }) => key)), issues: [], written };
}

/** The same of some of its fields alone: their values. */
export function readSomeParsed<D extends Placed>(
  parsed: ParsedFile,
  fields: readonly D[],
): ReadFields<D>['values'] {
  return readSome(fields, gather(parsed, fields));
}

/** The head, and the sections that are fields, in one map by label, without what was left blank. */
function gather({ head, sections }: ParsedFile, fields: readonly Placed[]): Readonly<Record<string, Raw>> {
  const isBody = (title: string): boolean =>
    fields.some(({ place, label }) => place === '正文' && label === title);
  // Without a prototype, so that no label is taken for something inherited.
  const values: Record<string, Raw> = Object.assign(Object.create(null), withoutBlanks(head.raw));
  for (const { title, text } of sections) {
    if (text !== '' && !(title in values) && isBody(title)) values[title] = text;
  }
  return values;
}
