import type { FieldIssue } from '../form/read-fields.ts';
import { REFERENCE_FIELDS, type ReferenceField, type ReferenceRecord } from '../form/reference-fields.ts';
import { problem } from '../rules/catalogue.ts';
import { type ParsedFile, parseFile } from '../text/file.ts';
import type { Problem } from '../text/finding.ts';
import { referenceTextProblems, valueProblems } from '../text/text-rules.ts';
import { idOf } from './paths.ts';
import { readParsed } from './read-parsed.ts';

const KNOWN = `参考项目可以写的有${REFERENCE_FIELDS.map(({ label }) => `「${label}」`).join('')}。`;

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

/** Reads one reference. `file` is its path below the registry folder: references/<slug>.md. */
export function readReference(file: string, bytes: Uint8Array): ReadReference {
  const parsed = parseFile(bytes);
  const { values, issues } = readParsed(parsed, REFERENCE_FIELDS);
  const id = idOf('reference', file) ?? '';
  const ofText = referenceTextProblems(parsed.text);
  return {
    id,
    slug: id.replace(/^.*\//, ''),
    file,
    record: values as ReferenceRecord,
    parsed,
    problems: [
      ...parsed.problems,
      ...issues.map(explain),
      ...ofText,
      ...valueProblems(parsed.head.raw, parsed.text, ofText),
    ],
  };
}

function explain(issue: FieldIssue<ReferenceField>): Problem {
  const { path } = issue;
  if (issue.kind === 'unknown') {
    return problem('field-unknown', path, `${path[0]}：参考项目没有这一栏。`, { fix: KNOWN, clause: 'art5' });
  }
  const { label, hint, example } = issue.definition;
  const more = { fix: `例如「${label}: ${example}」`, clause: 'art5' } as const;
  return issue.kind === 'missing' || issue.kind === 'part-missing'
    ? problem('field-missing', path, `${label}：这一栏必填，还没有填。${hint}`, more)
    : problem('field-invalid', path, `${label}：${issue.message}。`, more);
}
