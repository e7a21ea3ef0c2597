import { strFromU8, strToU8 } from 'fflate';
import { LedgerError } from './grid.ts';
import { refuseWide } from './row-count.ts';

/**
 * A few bytes can tell the reader of workbooks to do something a thousand million times: a column that reaches to the
 * 999,999,999th, a link or a merge over the whole sheet. Such words are shortened or refused before it reads them.
 */
const MOST_COLUMNS = 16_384;
const MOST_LOOKS = 2_000;
const DATA = strToU8('sheetData');
/** Before and behind the cells of a sheet there is no more than this. */
const MOST_AROUND = 32 * 1024 * 1024;
const TOO_ODD = '这个工作簿的列宽或链接多得不像台账，没有读：用表格软件打开，把表复制到新的工作簿，再导入。';
const TOO_MERGED = '这个文件里合并的格子太多，没有读：用表格软件打开，取消合并，另存为 .xlsx，再导入。';

/** A sheet of .xlsx with its columns and links as far as they reach in any program. */
export function tameSheet(part: Uint8Array): Uint8Array {
  const [from, to] = [indexOf(part, DATA), lastIndexOf(part, DATA)];
  if (from < 0) return part;
  if (from + part.length - to > MOST_AROUND) throw new LedgerError(TOO_ODD);
  const [before, behind] = [strFromU8(part.subarray(0, from)), strFromU8(part.subarray(to))];
  const [looks, links] = [tameLooks(before), behind.replace(RANGE, '$1$2')];
  if (looks === before && links === behind) return part;
  const [start, end] = [strToU8(looks), strToU8(links)];
  const tamed = new Uint8Array(start.length + to - from + end.length);
  tamed.set(start);
  tamed.set(part.subarray(from, to), start.length);
  tamed.set(end, start.length + to - from);
  return tamed;
}

const COLUMN = /<(?:\w{1,20}:)?col\s[^<>]*>/g;
const REACHES = /(\smax=["'])(\d{5,})/;
/** A link over several cells is found at the first. */
const RANGE = /(<(?:\w{1,20}:)?hyperlink\s[^<>]*?\bref=["']\$?[A-Z]{1,3}\$?\d{1,9}):[^"'<>]*(["'])/g;

function tameLooks(before: string): string {
  let count = 0;
  return before.replace(COLUMN, (column) => {
    if (++count > MOST_LOOKS) return '';
    return column.replace(
      REACHES,
      (_, name: string, max: string) => name + Math.min(Number(max), MOST_COLUMNS),
    );
  });
}

const CELL = /<(?:\w{1,20}:)?cell\s[^<>]*>/gi;
const ACROSS = /MergeAcross=["'](\d+)/;
const DOWN = /MergeDown=["'](\d+)/;
const SPANNING = /<t[dh]\s[^<>]*?\browspan\s*=\s*["']?(\d+)/gi;
const ROW = /<tr\b/gi;
const BOX = /<t[dh]\b/gi;
/** Each cell of a page is compared with each that spans rows, again for each that covers it. */
const MOST_COMPARED = 1_000_000_000;

/** Throws `LedgerError` where cells of a page, or of a workbook that is one text, are spread over far too many. */
export function refuseSpread(text: string): void {
  let spread = 0;
  for (const [cell] of text.matchAll(CELL))
    spread += (Number(ACROSS.exec(cell)?.[1] ?? 0) + 1) * (Number(DOWN.exec(cell)?.[1] ?? 0) + 1);
  refuseWide(spread);
  const rows = count(text, ROW);
  let [spans, covered] = [0, 0];
  for (const [, span] of text.matchAll(SPANNING)) {
    spans++;
    covered += Math.min(Number(span), rows);
  }
  const compared = count(text, BOX) * spans * (1 + covered / Math.max(rows, 1));
  if (compared > MOST_COMPARED) throw new LedgerError(TOO_MERGED);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

function indexOf(part: Uint8Array, word: Uint8Array): number {
  const [first = 0] = word;
  for (let at = part.indexOf(first); at >= 0; at = part.indexOf(first, at + 1))
    if (standsAt(part, word, at)) return at;
  return -1;
}

function lastIndexOf(part: Uint8Array, word: Uint8Array): number {
  const [first = 0] = word;
  for (let at = part.lastIndexOf(first); at >= 0; at = part.lastIndexOf(first, at - 1)) {
    if (standsAt(part, word, at)) return at;
    if (at === 0) return -1;
  }
  return -1;
}

const standsAt = (part: Uint8Array, word: Uint8Array, at: number): boolean =>
  word.every((code, index) => part[at + index] === code);
