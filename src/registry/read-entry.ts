import { type Entry, makeEntry } from '../form/entry.ts';
import { BODY_FIELDS, type FieldKey, type Filing, fieldByLabel } from '../form/fields.ts';
import { ENTRY_FIELDS, formSchema } from '../form/schema.ts';
import { FORMS, type Form } from '../regulation/vocabulary.ts';
import type { Section } from '../text/body.ts';
import { type ParsedFile, parseFile } from '../text/file.ts';
import type { Problem } from '../text/finding.ts';
import { type Raw, withoutBlanks } from '../text/raw.ts';
import { invalidField, judgeNeeds, missingField, unknownField } from './completeness.ts';

/** A filing's file, read: what it says, its body as written, and what is wrong with its writing and fields. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly parsed: ParsedFile;
  /** Sections of the body that the form does not have; shown after the others. */
  readonly extra: readonly Section[];
  readonly problems: readonly Problem[];
}

/** One issue as zod reports it. */
interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly params?: { readonly suggest?: string; readonly note?: string };
}

const BODY_LABELS = new Set(BODY_FIELDS.map(({ label }) => label));

/** Reads one filing. `file` is its path below the registry folder: projects/<unit>/<slug>.md. */
export function readEntry(file: string, bytes: Uint8Array): ReadEntry {
  const parsed = parseFile(bytes);
  const values = gather(parsed);
  const form = FORMS.find((known) => known === values.表式);
  const { filing, unreadable, problems } = readFields(values, form, parsed);
  const [, unit = '', name = ''] = file.split('/');
  const slug = name.replace(/\.md$/, '');
  return {
    entry: makeEntry({ id: `${unit}/${slug}`, unit, slug, file, filing, unreadable }),
    parsed,
    extra: parsed.sections.filter(({ title }) => !BODY_LABELS.has(title)),
    problems: [...parsed.problems, ...problems],
  };
}

/** Head and known sections in one map by label, without what was left blank. */
function gather(parsed: ParsedFile): Record<string, Raw> {
  // A fresh object without a prototype, so that it can be added to.
  const values = (withoutBlanks(parsed.head.raw) ?? Object.create(null)) as Record<string, Raw>;
  for (const { title, text } of parsed.sections) {
    if (BODY_LABELS.has(title) && text !== '' && !(title in values)) values[title] = text;
  }
  return values;
}

interface Fields {
  readonly filing: Filing;
  readonly unreadable: ReadonlySet<FieldKey>;
  readonly problems: readonly Problem[];
}

function readFields(
  values: Readonly<Record<string, Raw>>,
  form: Form | undefined,
  parsed: ParsedFile,
): Fields {
  const result = formSchema(form).safeParse(values);
  const damaged = keysOf(parsed.head.damaged);
  if (result.success) {
    const needs = form ? [...judgeNeeds(form, filledIn(result.data, damaged), ENTRY_FIELDS)] : [];
    return { filing: result.data, unreadable: damaged, problems: needs };
  }
  const issues = result.error.issues as unknown as readonly Issue[];
  const atFault = new Set(issues.map(({ path }) => String(path[0])).filter((label) => label in values));
  const unreadable = new Set([...damaged, ...keysOf(atFault)]);
  const filing = readSound(values, unreadable);
  const problems = issues.flatMap((issue) => explain(issue, Object.keys(values), form));
  if (parsed.head.lost) return { filing, unreadable: ALL_KEYS, problems: [] };
  const said = problems.filter(({ rule, path }) => rule !== 'field-missing' || !isDamaged(path, parsed));
  const needs = form ? judgeNeeds(form, filledIn(filing, unreadable), ENTRY_FIELDS) : [];
  return { filing, unreadable, problems: [...said, ...needs] };
}

const ALL_KEYS: ReadonlySet<FieldKey> = new Set(ENTRY_FIELDS.map(({ key }) => key as FieldKey));

function keysOf(labels: ReadonlySet<string>): Set<FieldKey> {
  if (labels.size === 0) return new Set();
  return new Set(ENTRY_FIELDS.filter(({ label }) => labels.has(label)).map(({ key }) => key as FieldKey));
}

function isDamaged(path: Problem['path'], parsed: ParsedFile): boolean {
  return parsed.head.damaged.has(String(path[0]));
}

function filledIn(filing: Filing, unreadable: ReadonlySet<FieldKey>): (key: FieldKey) => boolean {
  return (key) => filing[key] !== undefined || unreadable.has(key);
}

/** The fields that have no issue of their own; one bad field hides no other. */
function readSound(values: Readonly<Record<string, Raw>>, unreadable: ReadonlySet<FieldKey>): Filing {
  const filing: Record<string, unknown> = {};
  for (const { key, label, type } of ENTRY_FIELDS) {
    const value = values[label];
    if (value === undefined || unreadable.has(key as FieldKey)) continue;
    const result = type.schema.safeParse(value);
    if (result.success) filing[key] = result.data;
  }
  return filing as Filing;
}

function explain(issue: Issue, written: readonly string[], form: Form | undefined): readonly Problem[] {
  const path = issue.path as readonly (string | number)[];
  if (path.length === 0) return (issue.keys ?? []).map((key) => unknownField(key, written));
  const definition = fieldByLabel(String(path[0]));
  if (!definition) throw new Error(`An issue at ${path.join('.')}, which is no field`);
  if (path.length === 1 && !written.includes(definition.label)) return [missingField({ definition, form })];
  const unknown = issue.code === 'unrecognized_keys' && issue.keys ? { unknown: issue.keys } : {};
  return [
    invalidField({ definition, form }, path, {
      message: issue.message,
      suggest: issue.params?.suggest,
      note: issue.params?.note,
      ...unknown,
    }),
  ];
}
