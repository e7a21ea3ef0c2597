import { DICTIONARY } from '../form/fields.ts';
import { REFERENCE_FIELDS } from '../form/reference-fields.ts';
import { RECORD_FIELDS } from '../records/event-fields.ts';
import { countUpTo } from './positions.ts';

const KNOWN: ReadonlySet<string> = new Set(
  [...DICTIONARY, ...REFERENCE_FIELDS, ...RECORD_FIELDS].map(({ label }) => label),
);
/** Whether the form, a reference or the records have a field of this label. */
export const isKnownLabel = (label: string): boolean => KNOWN.has(label);

/** A head between its two marks. */
const HEAD = /^---[ \t]*\n[\s\S]*?\n---[ \t]*$/m;
const HEADING = /^#{2}[ \t]+(.{1,40}?)[ \t#]*$/gm;
/** A label at the edge, or of an item of the records, which are a list. */
const LABEL = /^([^\s:]{1,30}):/gm;
const OF_ITEM = /^(?:- | {2})([^\s:]{1,30}):/gm;
/** What a place is called that has no label. */
export const THIS_FILE = '这份文件';
const BODY = '正文';

/**
 * The label of the form, or the heading, under which an offset of a text stands. Only what the form knows is named: any
 * other label may itself hold the number that is not to be repeated.
 */
export function whereabouts(text: string): (index: number) => string {
  let marks: Marks | undefined;
  return (index) => {
    marks ??= marksOf(text);
    return marks.labels[countUpTo(marks.starts, index) - 1] ?? THIS_FILE;
  };
}

interface Marks {
  readonly starts: readonly number[];
  readonly labels: readonly string[];
}

function marksOf(text: string): Marks {
  const body = bodyStart(text);
  const [starts, labels]: [number[], string[]] = [[], []];
  const mark = (part: string, from: number, pattern: RegExp, otherwise: string): void => {
    for (const { index, 1: label = '' } of part.matchAll(pattern)) {
      starts.push(from + index);
      labels.push(KNOWN.has(label) ? label : otherwise);
    }
  };
  mark(text.slice(0, body), 0, text.startsWith('- ') ? OF_ITEM : LABEL, THIS_FILE);
  mark(text.slice(body), body, /^/g, BODY);
  mark(text.slice(body), body, HEADING, BODY);
  return { starts, labels };
}

/** Settings and records are all head; so is a file whose head does not end. */
function bodyStart(text: string): number {
  if (text.startsWith('---')) return HEAD.exec(text)?.[0].length ?? text.length;
  return /^## /m.test(text) ? 0 : text.length;
}
