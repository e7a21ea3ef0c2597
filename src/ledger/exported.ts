import type { Book, Cell, Sheet } from './grid.ts';
import { cellName } from './grid.ts';

/** Titles by which an export of a registry is known: no other ledger has both. */
const KEY = '登记库编号';
const MARKS: readonly string[] = [KEY, '登记号', '项目名称'];
/** An office may put a heading above the titles. */
const WITHIN = 10;

/** A row of a ledger that a registry gave out and that comes back: cells by title, as they are now. */
export interface ExportedRow {
  readonly sheet: string;
  readonly row: number;
  readonly id: string;
  readonly cells: Readonly<Record<string, ExportedCell>>;
}

export interface ExportedCell {
  /** C7. */
  readonly at: string;
  readonly text: string;
}

/** The rows of exports that come back, in any sheet of the book; rows without a 登记库编号 are other projects. */
export function exportedRows(book: Book): readonly ExportedRow[] {
  return book.sheets.filter(({ hidden }) => !hidden).flatMap(rowsOf);
}

function rowsOf(sheet: Sheet): readonly ExportedRow[] {
  const at = sheet.rows.slice(0, WITHIN).findIndex((row) => {
    const titles = new Set(row.map(({ text }) => text.trim()));
    return MARKS.every((mark) => titles.has(mark));
  });
  if (at < 0) return [];
  const titles = (sheet.rows[at] ?? []).map(({ text }) => text.trim());
  const key = titles.indexOf(KEY);
  return sheet.rows.slice(at + 1).flatMap((row, place): readonly ExportedRow[] => {
    const line = at + 1 + place;
    const id = row[key]?.text.trim() ?? '';
    if (id === '' || sheet.hiddenRows.has(line)) return [];
    const cells = titles.flatMap((title, column) =>
      title === '' || sheet.hiddenColumns.has(column)
        ? []
        : [[title, { at: cellName(sheet, line, column, title), text: plain(row[column]) }] as const],
    );
    return [{ sheet: sheet.name, row: sheet.firstRow + line, id, cells: Object.fromEntries(cells) }];
  });
}

/** A text file keeps an apostrophe in front of what a spreadsheet would calculate. */
function plain(cell: Cell | undefined): string {
  return (cell?.text ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}
