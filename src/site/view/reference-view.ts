import { REFERENCE_FIELDS, type ReferenceRecord } from '../../form/reference-fields.ts';
import type { FieldLine } from './filing-view.ts';
import { valueHtml } from './value.ts';

/** Shown elsewhere on the page: heading, marks, functions, running text, and the source with its link. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'name',
  'unverified',
  'demo',
  'functions',
  'content',
  'source',
]);
const LINES = REFERENCE_FIELDS.filter(({ key }) => !ELSEWHERE.has(key));
const NO_NAMES = new Map();

/** What a reference says, in the dictionary's order; what the source does not state is left out. */
export function referenceLines(record: ReferenceRecord): FieldLine[] {
  return LINES.flatMap(({ key, label, type }) => {
    const value = record[key as keyof ReferenceRecord];
    return value === undefined ? [] : [{ key, label, html: valueHtml(type, value, NO_NAMES) }];
  });
}
