import { LedgerError } from './grid.ts';
import { LIMITS } from './limits.ts';

/** Rows are counted before they are read: a ledger that is far too long is refused in a second or two, not in sixty. */
const TOO_LONG = `这个台账超过 ${LIMITS.rows} 行，没有读：按年份或单位分成几个文件，再导入。`;

const TOO_MANY = `这个工作簿有字的格子超过 ${LIMITS.cells / 10_000} 万个，不像台账，没有读：分成几个文件，再导入。`;

/** Throws `LedgerError` where more rows are counted than a ledger may have. */
export function refuseLong(rows: number): void {
  if (rows > LIMITS.rows) throw new LedgerError(TOO_LONG);
}

/** The same of the cells of a workbook. */
export function refuseWide(cells: number): void {
  if (cells > LIMITS.cells) throw new LedgerError(TOO_MANY);
}

const [LINE_FEED, RETURN, QUOTE] = [10, 13, 34] as const;

/** Lines with something in them; line breaks between quotes part no rows where `quoted`. Never more than the reader finds. */
export function countLines(text: string, quoted: boolean): number {
  let [lines, inside, filled] = [0, false, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted && code === QUOTE) inside = !inside;
    if (code !== LINE_FEED && code !== RETURN) filled ||= code !== 32;
    else if (!inside && filled) {
      lines++;
      filled = false;
    }
  }
  return filled ? lines + 1 : lines;
}

/** Rows of web pages, and of workbooks that are one text. */
const ROW = /<(?:\w{1,20}:)?(?:tr|row)[\s/>]/gi;

/** How many rows a page or a workbook of one text has. */
export function countMarkedRows(text: string): number {
  let rows = 0;
  for (const _ of text.matchAll(ROW)) rows++;
  return rows;
}

const ODS = /<(?:\w{1,20}:)?(table-row|covered-table-cell|table-cell|p)(?=[\s/>])([^<>]*)/g;
const TIMES = /number-(?:rows|columns)-repeated=["'](\d+)/;

/** Rows and cells with something in them of an OpenDocument sheet: 1 KB may say a million times a million of them. */
export function countRepeated(content: string): { readonly rows: number; readonly cells: number } {
  let [rows, cells, row, cell, isNewRow, isNewCell] = [0, 0, 1, 1, false, false];
  for (const [, name, words = ''] of content.matchAll(ODS)) {
    if (name === 'p') {
      rows += isNewRow ? row : 0;
      cells += isNewCell ? row * cell : 0;
      [isNewRow, isNewCell] = [false, false];
      continue;
    }
    const times = Math.max(Number(TIMES.exec(words)?.[1] ?? 1), 1);
    // Covered cells are walked over one by one, although nothing stands in them.
    if (name === 'covered-table-cell') cells += times;
    else if (name === 'table-row') [row, isNewRow] = [times, true];
    else [cell, isNewCell] = [times, true];
  }
  return { rows, cells };
}

/** Throws `LedgerError` where an OpenDocument sheet has more rows or cells than a ledger may have. */
export function refuseRepeated(content: string): void {
  const { rows, cells } = countRepeated(content);
  refuseLong(rows);
  refuseWide(cells);
}

const [LESS, SLASH, COLON] = [0x3c, 0x2f, 0x3a] as const;
const LONGEST_NAME = 12;
const FILLED = new Set(['v', 'is', 'f']);

/** Rows of an XML sheet with something in them; those that only have a look are many and cost nothing. */
export function countFilledRows(sheet: Uint8Array): number {
  let [rows, filled] = [0, false];
  for (let at = sheet.indexOf(LESS); at >= 0; at = sheet.indexOf(LESS, at + 1)) {
    if (sheet[at + 1] === SLASH) continue;
    const name = nameAt(sheet, at + 1);
    if (FILLED.has(name)) filled = true;
    else if (name === 'row') {
      if (filled) rows++;
      filled = false;
    }
  }
  return filled ? rows + 1 : rows;
}

/** The name of a tag without what it begins with: x:row is row. */
function nameAt(bytes: Uint8Array, from: number): string {
  let name = '';
  for (let at = from; at < from + LONGEST_NAME; at++) {
    const code = bytes[at] ?? 0;
    if (code === COLON) name = '';
    else if (code >= 0x61 && code <= 0x7a) name += String.fromCharCode(code);
    else return name;
  }
  return name;
}
