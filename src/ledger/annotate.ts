import * as XLSX from '@e965/xlsx';
import type { Book, Sheet } from './grid.ts';
import type { Understood } from './reading.ts';

const TITLE = '导入说明';

/**
 * The ledger with one more column that says of each row what an import made of it, to go back to the unit: 已读入 and
 * how, 没有导入 and why, or what is asked. Values only: no formula of the ledger is carried on.
 */
export function annotate(book: Book, { projects, left, faults, questions, tables }: Understood): Uint8Array {
  const notes = new Map<string, string[]>();
  const add = (sheet: string, row: number, words: string): void => {
    const key = `${sheet}\n${row}`;
    notes.set(key, [...(notes.get(key) ?? []), words]);
  };
  for (const { sheet, row, amount, notes: told } of projects) {
    add(
      sheet,
      row,
      [amount === undefined ? '已读入，没有金额。' : `已读入，金额 ${amount} 万元。`, ...told].join(''),
    );
  }
  for (const { sheet, row, why } of [...left, ...faults]) add(sheet, row, why);
  for (const { sheet, row, asks, cell } of questions)
    if (row !== undefined) add(sheet, row, `${cell ?? ''}${asks}`);
  const headers = new Set(tables.map(({ sheet, row }) => `${sheet}\n${row}`));
  const out = XLSX.utils.book_new();
  const used = new Set<string>();
  for (const sheet of book.sheets)
    XLSX.utils.book_append_sheet(out, withNotes(sheet, notes, headers), sheetName(sheet.name, used));
  if (book.sheets.length === 0) XLSX.utils.book_append_sheet(out, XLSX.utils.aoa_to_sheet([[TITLE]]), TITLE);
  return new Uint8Array(
    XLSX.write(out, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  );
}

function withNotes(
  sheet: Sheet,
  notes: ReadonlyMap<string, readonly string[]>,
  headers: ReadonlySet<string>,
): XLSX.WorkSheet {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  // A row that no ledger program numbers (the keys of .jsonl) comes first all the same.
  const rows = sheet.rows.map((row, at) => {
    const key = `${sheet.name}\n${sheet.firstRow + at}`;
    const told = [headers.has(key) ? TITLE : '', ...(notes.get(key) ?? [])]
      .filter((words) => words !== '')
      .join(' ');
    const cells: (string | number)[] = Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      if (!cell) return '';
      return cell.number !== undefined && !cell.day
        ? cell.number
        : cell.text || (cell.fault === undefined ? '' : `（${cell.fault}）`);
    });
    return [...cells, told];
  });
  const made = XLSX.utils.aoa_to_sheet(rows);
  made['!merges'] = sheet.merges
    .filter(({ bottom }) => bottom < rows.length)
    .map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
  made['!cols'] = [...Array.from({ length: width }, () => ({ wch: 14 })), { wch: 60 }];
  return made;
}

/** Names of sheets hold at most 31 characters, none of them []:*?/\\, and no two are alike. */
function sheetName(name: string, used: Set<string>): string {
  const plain = name.replace(/[[\]:*?/\\]/g, '_').slice(0, 27) || '台账';
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? plain : `${plain}_${count}`;
    if (used.has(candidate.toLowerCase())) continue;
    used.add(candidate.toLowerCase());
    return candidate;
  }
}
