/** Ledgers of reference projects: sheets of text cells, their columns, and what is wrong with their rows. */
import { REFERENCE_FIELDS, type ReferenceField } from '../form/reference-fields.ts';
import { foldText } from '../text/fold.ts';
import { unseenClass } from '../text/unseen.ts';

/** A sheet as a reader gives it: every cell is text, '' where it is blank. */
export interface LedgerSheet {
  /** Name of the sheet, or of the file where the format has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows are numbered from 1 as a spreadsheet shows them; this is the number of `rows[0]`. */
  readonly firstRow: number;
  /** How a cell is called: C7 in spreadsheets. */
  readonly cellName: (row: number, column: number, title: string) => string;
}

/** Something to tell about a ledger. `error`: the row did not go in. `warning`: it did, and something was passed over. */
export interface LedgerFinding {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  readonly row: number;
  /** C7, or '' when the whole row is meant. */
  readonly cell: string;
  readonly column: string;
  readonly message: string;
  readonly fix: string;
}

/** A column that carries a field. */
export interface LedgerColumn {
  readonly index: number;
  readonly title: string;
  readonly field: ReferenceField;
}

/** Where the titles stand and what they mean. */
export interface LedgerHeader {
  /** Index in `rows` of the line of titles. */
  readonly at: number;
  readonly columns: readonly LedgerColumn[];
  readonly unknown: readonly { readonly index: number; readonly title: string }[];
}

/** A ledger row: the text of each field it carries, and where each came from. */
export interface LedgerRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly LedgerCell[];
}

export interface LedgerCell {
  readonly field: ReferenceField;
  readonly title: string;
  readonly cell: string;
  readonly text: string;
}

/** Titles stand at most this far down, under a heading and remarks. */
const HEADER_WITHIN = 20;
const TOTALS = new Set(['合计', '总计', '小计', '共计']);

const FIELD_BY_TITLE = new Map(
  REFERENCE_FIELDS.flatMap((field) => field.columns.map((title) => [foldTitle(title), field] as const)),
);

/** Titles compare without width, blanks, line breaks and required marks. */
function foldTitle(title: string): string {
  return foldText(title).replaceAll('*', '');
}

/** The line of known titles; undefined when no line names the project and one more thing. */
export function findHeader(sheet: LedgerSheet): LedgerHeader | undefined {
  for (const [at, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const titled = row
      .map((title, index) => ({ index, title: title.trim() }))
      .filter(({ title }) => title !== '');
    const columns = titled.flatMap((column) => {
      const field = FIELD_BY_TITLE.get(foldTitle(column.title));
      return field ? [{ ...column, field }] : [];
    });
    const keys = new Set(columns.map(({ field }) => field.key));
    if (!keys.has('name') || keys.size < 2) continue;
    const unknown = titled.filter(({ index }) => columns.every((column) => column.index !== index));
    return { at, columns, unknown };
  }
  return undefined;
}

/** The rows below the titles; blank lines, repeated titles and totals are left out, totals with a word about it. */
export function readRows(
  sheet: LedgerSheet,
  header: LedgerHeader,
): { rows: readonly LedgerRow[]; findings: readonly LedgerFinding[] } {
  const rows: LedgerRow[] = [];
  const findings: LedgerFinding[] = header.unknown.map((column) => unknownColumn(sheet, header, column));
  for (let at = header.at + 1; at < sheet.rows.length; at++) {
    const texts = sheet.rows[at] ?? [];
    const first = texts.find((text) => text.trim() !== '')?.trim();
    if (first === undefined || repeatsTitles(header, texts)) continue;
    const row = sheet.firstRow + at;
    if (TOTALS.has(first.replace(/\s/g, ''))) findings.push(totalRow(sheet.name, row, first));
    else rows.push({ sheet: sheet.name, row, cells: readCells(sheet, header, row, texts) });
  }
  return { rows, findings };
}

/** Long sheets repeat their titles page by page; titles over two lines repeat what is merged. */
function repeatsTitles(header: LedgerHeader, texts: readonly string[]): boolean {
  return header.columns.some(
    ({ field, index, title }) => field.key === 'name' && texts[index]?.trim() === title,
  );
}

function readCells(
  sheet: LedgerSheet,
  header: LedgerHeader,
  row: number,
  texts: readonly string[],
): LedgerCell[] {
  return header.columns.flatMap(({ index, title, field }) => {
    const text = cleanText(texts[index] ?? '');
    return text === '' ? [] : [{ field, title, cell: sheet.cellName(row, index, title), text }];
  });
}

/** Besides what files may not hold, the private signs of other programs' fonts. */
const UNPRINTED = new RegExp(`[\\p{Co}\\p{Cs}${unseenClass('control', 'bidi', 'invisible')}]`, 'gu');

/** Line ends become LF; characters that print nothing (controls, zero-width, direction marks) go. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\t\u00a0\u3000]/g, ' ')
    .replace(UNPRINTED, '')
    .trim();
}

function unknownColumn(
  sheet: LedgerSheet,
  header: LedgerHeader,
  { index, title }: { readonly index: number; readonly title: string },
): LedgerFinding {
  const row = sheet.firstRow + header.at;
  return {
    severity: 'warning',
    sheet: sheet.name,
    row,
    cell: sheet.cellName(row, index, title),
    column: title,
    message: `「${title}」这一列不认识，没有导入。`,
    fix: `要导入的，把列名改成这些中的一个：${REFERENCE_FIELDS.filter(({ columns }) => columns.length > 0)
      .map(({ label }) => label)
      .join('、')}。不要的可以不管。`,
  };
}

function totalRow(sheet: string, row: number, word: string): LedgerFinding {
  const message = `这一行是「${word}」，不是项目，没有导入。`;
  return { severity: 'warning', sheet, row, cell: '', column: '', message, fix: '不用改。' };
}
