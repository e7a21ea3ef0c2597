import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import { problemAt, type RuleId } from '../rules/catalogue.ts';
import type { Position, Problem } from './finding.ts';
import type { Head } from './head.ts';
import { ENTRY_LABELS, PART_LABELS } from './labels.ts';
import type { Raw, RawMap } from './raw.ts';
import { repairLines } from './repair.ts';
import { explainYamlError } from './yaml-errors.ts';

/** A head as a tree with positions. */
export interface Tree {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** How many unreadable lines are taken out, one at a time, before the rest of the head is given up. */
const MAX_LOST_LINES = 20;
/** Each of them costs another reading: a file that takes more effort in all is given up sooner, or not begun. */
const MAX_EFFORT = 24_000;
/** An open bracket is looked for so many rows ahead: no honest list in brackets is longer. */
const MAX_LIST = 100;

/**
 * Reads a head that has something to report. Lines are mended where the intention is plain; a line that still
 * cannot be read is reported and taken out, so that it hides no other finding.
 */
export function readCarefully(
  head: string,
  firstLine: number,
  parts: ReadonlySet<string> = PART_LABELS,
): Head {
  const repaired = repairLines(head, firstLine, parts);
  const problems: Problem[] = [...repaired.problems];
  const damaged = new Set<string>();
  const rows = repaired.head.split('\n');
  const attempts = Math.min(MAX_LOST_LINES, Math.floor(MAX_EFFORT / effort(head)) - 1);
  if (attempts < 0) return tooMuch(firstLine);
  for (let attempt = 0; attempt <= attempts; attempt++) {
    const tree = parse(rows.join('\n'));
    const { document, lines } = tree;
    const error = document.errors[0];
    if (!error) {
      const reader = new TreeReader(lines, firstLine, problems, rows.join('\n'));
      return { raw: reader.root(document), problems, damaged, lost: false, tree };
    }
    const row = culprit(rows, lines.linePos(error.pos[0]).line - 1);
    const label = topLabel(rows, row);
    const column = (rows[row]?.length ?? 0) - (rows[row]?.trimStart().length ?? 0) + 1;
    const { message, fix } = explainYamlError(error.code, label, rows[row] ?? '');
    problems.push(problemAt('parse-syntax', { line: firstLine + row, column }, message, fix));
    if (label !== undefined) damaged.add(label);
    rows[row] = '';
  }
  return { raw: {}, problems, damaged, lost: true };
}

/** What the reader of trees has to do for a text, about 0.1 ms each: its lines, quotes, brackets and marks. */
export function effort(text: string): number {
  return text.match(/[\n,[\]{}&*!"']/g)?.length ?? 0;
}

function tooMuch(line: number): Head {
  const message = '写法：有读不准的地方，而全文太长，没有逐行查找。';
  const fix = '看最近改了哪几行，先改回去，再核对一次。';
  const problem = problemAt('parse-syntax', { line, column: 1 }, message, fix);
  return { raw: {}, problems: [problem], damaged: new Set(), lost: true };
}

/** Parses with positions; every scalar stays text. */
export function parse(head: string): Tree {
  const lines = new LineCounter();
  const document = parseDocument(head, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return { document, lines };
}

/** The line to blame: an open quote or bracket is noticed below the line on which it was opened. */
function culprit(rows: readonly string[], reported: number): number {
  const last = Math.min(reported, rows.length - 1);
  for (let row = 0; row <= last; row++) {
    if (hasOpenQuote(rows[row] ?? '') || hasOpenBracket(rows, row)) return row;
  }
  for (let row = last; row >= 0; row--) {
    if ((rows[row] ?? '').trim() !== '') return row;
  }
  return last;
}

function hasOpenQuote(row: string): boolean {
  const quoted = /:\s+(["'])(.*)$|^\s*-\s+(["'])(.*)$/.exec(row);
  const quote = quoted?.[1] ?? quoted?.[3];
  const rest = quoted?.[2] ?? quoted?.[4] ?? '';
  if (quote === undefined) return false;
  const inner = quote === '"' ? rest.replace(/\\./g, '') : rest.replaceAll("''", '');
  return !inner.includes(quote);
}

/** True for a row on which a list in brackets begins that is not closed before the next label. */
function hasOpenBracket(rows: readonly string[], row: number): boolean {
  const opened = /(?::|-)\s+([[{].*)$/.exec(rows[row] ?? '')?.[1];
  if (opened === undefined) return false;
  const ahead = rows.slice(row + 1, row + MAX_LIST);
  const next = ahead.findIndex((other) => /^\S/.test(other));
  const text = [opened, ...ahead.slice(0, next < 0 ? undefined : next)].join('');
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}

/** The top-level label under which a row stands. */
function topLabel(rows: readonly string[], row: number): string | undefined {
  for (let at = row; at >= 0; at--) {
    const label = /^([^\s:：#-][^:：]*)[:：]?/.exec(rows[at] ?? '')?.[1]?.trim();
    if (label === undefined) continue;
    const [first = ''] = label.split(/\s/);
    return ENTRY_LABELS.has(first) ? first : label;
  }
  return undefined;
}

/** Turns the document into plain text, lists and maps, and reports what a plain reader would pass over. */
class TreeReader {
  readonly #lines: LineCounter;
  readonly #firstLine: number;
  readonly #problems: Problem[];
  readonly #text: string;

  constructor(lines: LineCounter, firstLine: number, problems: Problem[], text: string) {
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#problems = problems;
    this.#text = text;
  }

  root(document: Document): RawMap {
    const { contents } = document;
    if (isMap(contents)) return this.#read(contents) as RawMap;
    if (contents !== null) this.#report('parse-syntax', contents);
    return {};
  }

  #read(node: unknown): Raw {
    if (isAlias(node)) {
      this.#report('parse-anchor', node);
      return '';
    }
    if (isScalar(node) || isCollection(node)) this.#refuseMarks(node);
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return node.items.map((item) => this.#read(item));
    if (isMap(node)) return this.#map(node.items);
    return '';
  }

  #scalar(node: { value: unknown; comment?: string | null | undefined; range?: unknown }): string {
    const value = typeof node.value === 'string' ? node.value : '';
    const next = this.#hashBelow(node);
    if (next !== undefined) {
      this.#report('parse-comment', node, `「${value.slice(0, 20)}」下一行的「${next}」会被当作注释丢掉。`);
      return value;
    }
    if (!node.comment) return value;
    const [comment = ''] = node.comment.split('\n');
    const lost = `「#${comment.slice(0, 20)}」会被当作注释丢掉`;
    if (value !== '') this.#report('parse-comment', node, `「${value.slice(0, 20)}」后面的${lost}。`);
    else if (this.#beginsWithHash(node)) this.#report('parse-comment', node, `${lost}，这一栏成了空的。`);
    return value;
  }

  /** A line below that stands further in than the one it goes on, and begins with a # that no blank follows: #1号楼. */
  #hashBelow({ value, range }: { value: unknown; range?: unknown }): string | undefined {
    const [start = 0, end = 0] = (range ?? []) as readonly number[];
    const [, indent = '', words] =
      /^[ \t]*\r?\n([ \t]+)(#[^\s#].{0,19})/.exec(this.#text.slice(end, end + 200)) ?? [];
    if (value === '' || value === null || words === undefined) return undefined;
    const line = this.#text.slice(this.#text.lastIndexOf('\n', start - 1) + 1, start);
    return indent.length > (/^[ \t]*/.exec(line)?.[0].length ?? 0) ? words : undefined;
  }

  /** Whether the comment stands where the value would: not on a line of its own below. */
  #beginsWithHash({ range }: { range?: unknown }): boolean {
    const [start = 0] = (range ?? []) as readonly number[];
    return /^[ \t]*#/.test(this.#text.slice(start, start + 100));
  }

  #map(items: readonly unknown[]): RawMap {
    const map: Record<string, Raw> = Object.create(null);
    for (const pair of items) {
      if (!isPair(pair)) continue;
      if (!isScalar(pair.key)) {
        this.#report('parse-syntax', pair.key);
        continue;
      }
      this.#refuseMarks(pair.key);
      const key = String(pair.key.value);
      const value = this.#read(pair.value);
      if (key in map) {
        const message = `${key}：这一栏写了两次，保留一处，删去另一处。`;
        this.#report('parse-duplicate-key', pair.key, message);
      } else map[key] = value;
    }
    return map;
  }

  #refuseMarks(node: { anchor?: string | undefined; tag?: string | undefined; range?: unknown }): void {
    if (node.anchor !== undefined || node.tag !== undefined) this.#report('parse-anchor', node);
  }

  #report(id: RuleId, node: unknown, said?: string): void {
    this.#problems.push(problemAt(id, this.#position(node), said));
  }

  #position(node: unknown): Position {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const { line, col } = this.#lines.linePos(range?.[0] ?? 0);
    return { line: this.#firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
  }
}
