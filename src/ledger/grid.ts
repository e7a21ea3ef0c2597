/** A ledger as its file holds it, before anything is understood: sheets of cells, with what a person would see of them. */

/** A ledger that cannot be read at all; the message is for the person who gave it. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** One cell. A blank cell is `BLANK`. */
export interface Cell {
  /** What the cell says: a day as YYYY-MM-DD, a number without the noise of binary fractions, 是 or 否. */
  readonly text: string;
  /** Its number as shown: a number format that divides (`0!.0000`) is already applied. */
  readonly number?: number;
  /** True for a number that the sheet shows as a day. */
  readonly day?: true;
  /** Why there is no value to read: an error value, or a formula whose result was never stored. */
  readonly fault?: string;
  /** What was stored, where a number format shows another number. */
  readonly stored?: number;
  /** The formula, where its result was not stored and is worked out here. */
  readonly summed?: string;
  /** The address behind the cell. */
  readonly link?: string;
  /** 元, 万元… when only the number format says it. */
  readonly suffix?: string;
}

export const BLANK: Cell = { text: '' };

/** A merged area, counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet; `rows[0]` is what the program that wrote it calls row `firstRow`. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly firstRow: number;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** False where columns have names only (.jsonl), so that no cell is called C7. */
  readonly lettered: boolean;
  /** The number of cells of each row as written, where a row can have more than there are titles (.csv). */
  readonly widths?: readonly number[];
  /** Rows and columns have changed places; this is what the program calls the row that is now the first column. */
  readonly turned?: number;
}

/** A place in a ledger that is not read, and why, in words for the person who gave the ledger. */
export interface LeftOut {
  readonly sheet: string;
  readonly row: number;
  readonly why: string;
}

/** A file as read. */
export interface Book {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** What could not be read although the file could: chart sheets, broken lines, columns too far out. */
  readonly left: readonly LeftOut[];
  /** Lines that are wrong in themselves, so that an import must not pass over them. */
  readonly faults: readonly LeftOut[];
}

/** The letters of a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** How a cell is called: C7 in spreadsheets, its title elsewhere. */
export function cellName(sheet: Sheet, at: number, column: number, title: string): string {
  if (sheet.turned !== undefined) return `${columnLetters(at)}${sheet.turned + column}`;
  const row = sheet.firstRow + at;
  return sheet.lettered ? `${columnLetters(column)}${row}` : `${title}:${row}`;
}

/** A cell of plain text. */
export function textCell(text: string): Cell {
  return text === '' ? BLANK : { text };
}
