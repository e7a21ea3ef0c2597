import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { HEAD_FIELDS } from '../form/fields.ts';
import { parse, type Tree } from './careful-head.ts';
import type { RawMap } from './raw.ts';
import { splitFile } from './split.ts';
import { writeHead } from './write.ts';

/**
 * Edits of one field in the head of a file that leave every other character as its author wrote it: comments,
 * quotes, blank lines, line ends. A head that cannot be read without repair is not edited: undefined.
 */

const ORDER = HEAD_FIELDS.map(({ label }) => label);

/** Rows of a text with their line ends, and the tree of its head. */
interface OpenHead {
  readonly rows: readonly string[];
  readonly ends: readonly string[];
  readonly map: YAMLMap;
  readonly tree: Tree;
  /** Index of the head's first row. */
  readonly first: number;
}

/** Rows from..to (to excluded), counted from 0. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Gives a field a value: in place of what it has, or where the form has it. */
export function setHeadField(text: string, label: string, value: RawMap[string]): string | undefined {
  const open = openHead(text);
  if (!open) return undefined;
  const rows = writeHead({ [label]: value })
    .trimEnd()
    .split('\n');
  const pair = findPair(open, label);
  return replaceRows(open, pair ? spanOf(open, pair) : placeFor(open, label), rows);
}

/** Takes a field out, with its label. A text that does not have it stays as it is. */
export function removeHeadField(text: string, label: string): string | undefined {
  const open = openHead(text);
  if (!open) return undefined;
  const pair = findPair(open, label);
  return pair ? replaceRows(open, spanOf(open, pair), []) : text;
}

/** Adds an item at the end of a list, which is begun where there is none. Undefined also for a list in brackets. */
export function addHeadItem(text: string, label: string, item: RawMap): string | undefined {
  const open = openHead(text);
  const pair = open && findPair(open, label);
  if (!open || !pair || isBlank(pair.value)) return setHeadField(text, label, [item]);
  const list = pair.value;
  const [firstItem] = isSeq(list) && !list.flow ? list.items : [];
  if (firstItem === undefined) return undefined;
  const indent = /^ *(?=-)/.exec(open.rows[rowOf(open, startOf(firstItem))] ?? '')?.[0];
  if (indent === undefined) return undefined;
  const rows = writeHead({ [label]: [item] })
    .trimEnd()
    .split('\n')
    .slice(1);
  const { to } = spanOf(open, pair);
  return replaceRows(
    open,
    { from: to, to },
    rows.map((row) => indent + row.slice(2)),
  );
}

function openHead(text: string): OpenHead | undefined {
  const pieces = text.split(/(\r\n|\r|\n)/);
  const rows = pieces.filter((_, index) => index % 2 === 0);
  const ends = pieces.filter((_, index) => index % 2 === 1);
  const { head, headLine, problems } = splitFile(rows.join('\n').replace(/^\uFEFF/, ''));
  if (problems.length > 0) return undefined;
  const tree = parse(head);
  const map = tree.document.contents;
  if (tree.document.errors.length > 0 || !isMap(map) || map.flow) return undefined;
  return { rows, ends, map, tree, first: headLine - 1 };
}

function findPair({ map }: OpenHead, label: string): Pair | undefined {
  return map.items.find(({ key }) => labelOf(key) === label);
}

function labelOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function isBlank(value: unknown): boolean {
  return value === null || (isScalar(value) && String(value.value ?? '').trim() === '');
}

/** The rows of a label and its value; comments and blank rows behind the value are left to what follows. */
function spanOf(open: OpenHead, { key, value }: Pair): Span {
  const from = rowOf(open, startOf(key));
  let last = Math.max(from, rowOf(open, Math.max(endOf(value) - 1, 0)));
  while (last > from && /^\s*(?:#.*)?$/.test(open.rows[last] ?? '')) last--;
  return { from, to: last + 1 };
}

/** Behind the last field that stands before this one on the form; at the top when none does. */
function placeFor(open: OpenHead, label: string): Span {
  const place = ORDER.indexOf(label);
  const before = open.map.items.filter(({ key }) => {
    const at = ORDER.indexOf(labelOf(key));
    return at >= 0 && at < place;
  });
  const last = before.at(-1);
  const row = last ? spanOf(open, last).to : open.first;
  return { from: row, to: row };
}

function rowOf({ tree, first }: OpenHead, offset: number): number {
  return first + Math.max(tree.lines.linePos(offset).line, 1) - 1;
}

function rangeOf(node: unknown): readonly number[] {
  return (node as { range?: readonly number[] | null } | null)?.range ?? [];
}
const startOf = (node: unknown): number => rangeOf(node)[0] ?? 0;
const endOf = (node: unknown): number => rangeOf(node)[1] ?? 0;

function replaceRows({ rows, ends }: OpenHead, { from, to }: Span, written: readonly string[]): string {
  const end = ends[0] ?? '\n';
  const before = rows.slice(0, from).map((row, index) => row + (ends[index] ?? ''));
  const after = rows.slice(to).map((row, index) => row + (ends[to + index] ?? ''));
  return [...before, ...written.map((row) => row + end), ...after].join('');
}
