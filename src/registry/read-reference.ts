import { z } from 'zod';
import { MISSING } from '../form/kinds.ts';
import { REFERENCE_FIELDS, type ReferenceField, type ReferenceRecord } from '../form/reference-fields.ts';
import { clauseTitle } from '../regulation/index.ts';
import { type ParsedFile, parseFile } from '../text/file.ts';
import type { Problem } from '../text/finding.ts';
import { type Raw, withoutBlanks } from '../text/raw.ts';
import { referenceTextProblems } from '../text/text-rules.ts';
import { idOf } from './paths.ts';

/** A reference's file, read. */
export interface ReadReference {
  /** `references/<slug>`. */
  readonly id: string;
  readonly slug: string;
  readonly file: string;
  readonly record: ReferenceRecord;
  readonly parsed: ParsedFile;
  readonly problems: readonly Problem[];
}

/** The schema of a reference, keyed by the labels in the file. */
export const referenceSchema = z.strictObject(
  Object.fromEntries(
    REFERENCE_FIELDS.map(({ label, need, type }) => [
      label,
      need === '必填' ? type.schema : type.schema.optional(),
    ]),
  ),
);

/** Reads one reference. `file` is its path below the registry folder: references/<slug>.md. */
export function readReference(file: string, bytes: Uint8Array): ReadReference {
  const parsed = parseFile(bytes);
  const values = gather(parsed);
  const { record, problems } = readRecord(values, parsed);
  const id = idOf('reference', file) ?? '';
  return {
    id,
    slug: id.replace(/^.*\//, ''),
    file,
    record,
    parsed,
    problems: [...parsed.problems, ...problems, ...referenceTextProblems(parsed.text)],
  };
}

function gather(parsed: ParsedFile): Record<string, Raw> {
  const values: Record<string, Raw> = Object.assign(
    Object.create(null),
    withoutBlanks(parsed.head.raw) ?? {},
  );
  for (const { label, place } of REFERENCE_FIELDS) {
    const section = place === '正文' ? parsed.sections.find(({ title }) => title === label) : undefined;
    if (section && section.text !== '') values[label] = section.text;
  }
  return values;
}

function readRecord(
  values: Readonly<Record<string, Raw>>,
  parsed: ParsedFile,
): { record: ReferenceRecord; problems: readonly Problem[] } {
  const result = referenceSchema.safeParse(values);
  if (result.success) return { record: toKeys(result.data), problems: [] };
  const bad = new Set(result.error.issues.map(({ path }) => String(path[0])));
  const sound: Record<string, unknown> = {};
  for (const { label, type } of REFERENCE_FIELDS) {
    const value = values[label];
    if (value === undefined || bad.has(label)) continue;
    const one = type.schema.safeParse(value);
    if (one.success) sound[label] = one.data;
  }
  const { damaged, lost } = parsed.head;
  const silent = (path: readonly PropertyKey[]): boolean => lost || damaged.has(String(path[0]));
  const problems = result.error.issues.filter(({ path }) => !silent(path)).flatMap((issue) => explain(issue));
  return { record: toKeys(sound), problems };
}

function toKeys(values: Readonly<Record<string, unknown>>): ReferenceRecord {
  const record: Record<string, unknown> = {};
  for (const { key, label } of REFERENCE_FIELDS) {
    if (values[label] !== undefined) record[key] = values[label];
  }
  return record as ReferenceRecord;
}

function explain(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path as (string | number)[];
  const article = clauseTitle('art5');
  const severity = 'error';
  if (path.length === 0 && issue.code === 'unrecognized_keys') {
    const fix = `参考项目可以写的有${REFERENCE_FIELDS.map(({ label }) => `「${label}」`).join('')}。`;
    return issue.keys.map((key) => ({
      rule: 'field-unknown',
      severity,
      path: [key],
      message: `${key}：参考项目没有这一栏。（${article}）`,
      fix,
      article,
    }));
  }
  const definition = REFERENCE_FIELDS.find(({ label }) => label === path[0]);
  if (!definition) throw new Error(`An issue at ${path.join('.')}, which is no field of a reference`);
  return [invalid(definition, path, issue.message, article)];
}

function invalid(
  definition: ReferenceField,
  path: (string | number)[],
  said: string,
  article: string,
): Problem {
  const missing = said === MISSING;
  const message = missing
    ? `${definition.label}：这一栏必填，还没有填。${definition.hint}（${article}）`
    : `${definition.label}：${said}。（${article}）`;
  const fix = `例如「${definition.label}: ${definition.example}」`;
  return {
    rule: missing ? 'field-missing' : 'field-invalid',
    severity: 'error',
    path,
    message,
    fix,
    article,
  };
}
