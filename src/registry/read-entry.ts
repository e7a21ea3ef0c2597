import { type Entry, makeEntry } from '../form/entry.ts';
import { ENTRY_FIELDS, type EntryField, formFields } from '../form/entry-fields.ts';
import { BODY_FIELDS, type FieldKey, type Filing } from '../form/fields.ts';
import { FORMS, type Form } from '../regulation/vocabulary.ts';
import type { Section } from '../text/body.ts';
import { type ParsedFile, parseFile } from '../text/file.ts';
import type { Problem } from '../text/finding.ts';
import { fieldProblem, judgeNeeds } from './completeness.ts';
import { idOf } from './paths.ts';
import { readParsed, readSomeParsed } from './read-parsed.ts';

/** A filing's file, read: what it says, its body as written, and what is wrong with its writing and fields. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly parsed: ParsedFile;
  /** Sections of the body that the form does not have; shown after the others. */
  readonly extra: readonly Section[];
  readonly problems: readonly Problem[];
}

const BODY_LABELS = new Set(BODY_FIELDS.map(({ label }) => label));

/** The fields by which filings are compared. */
const COMPARED = [
  ...(['name', 'lead', 'overview', 'content', 'functions'] as const),
  ...(['audience', 'dataUsed', 'dataProduced', 'predecessor'] as const),
] as const satisfies readonly FieldKey[];

/** A filing, as far as it is compared. */
export type ComparedEntry = Pick<Entry, 'id' | 'unit'> & {
  readonly filing: Pick<Filing, (typeof COMPARED)[number]>;
};

/** What of a filing is compared, as `readEntry` reads it: of most of those that a search looks at nothing else is asked. */
export function readCompared(file: string, bytes: Uint8Array): ComparedEntry {
  const parsed = parseFile(bytes);
  const form = FORMS.find((known) => known === parsed.head.raw.表式);
  const id = idOf('project', file) ?? '';
  const values = readSomeParsed(parsed, comparedFields(form));
  return { id, unit: id.split('/')[0] ?? '', filing: values as ComparedEntry['filing'] };
}

function comparedFields(form: Form | undefined): readonly EntryField[] {
  const known = OF_FORM.get(form) ?? formFields(form).filter(({ key }) => IS_COMPARED.has(key));
  OF_FORM.set(form, known);
  return known;
}

const IS_COMPARED: ReadonlySet<FieldKey> = new Set(COMPARED);
const OF_FORM = new Map<Form | undefined, readonly EntryField[]>();

/** Reads one filing. `file` is its path below the registry folder: projects/<unit>/<slug>.md. */
export function readEntry(file: string, bytes: Uint8Array): ReadEntry {
  const parsed = parseFile(bytes);
  const form = FORMS.find((known) => known === parsed.head.raw.表式);
  const { values, unreadable, issues, written } = readParsed(parsed, formFields(form));
  const isFilled = (key: FieldKey): boolean => values[key] !== undefined || unreadable.has(key);
  const id = idOf('project', file) ?? '';
  const [unit = '', slug = ''] = id.split('/');
  return {
    entry: makeEntry({ id, unit, slug, file, filing: values as Filing, unreadable }),
    parsed,
    extra: parsed.sections.filter(({ title }) => !BODY_LABELS.has(title)),
    problems: [
      ...parsed.problems,
      ...issues.map((issue) => fieldProblem(issue, form, written)),
      ...(form ? judgeNeeds(form, isFilled, ENTRY_FIELDS) : []),
    ],
  };
}
