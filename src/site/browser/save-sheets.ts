import { writeCsv } from '../../ledger/out/csv.ts';
import type { OutSheet } from '../../ledger/out/sheet.ts';
import { make } from './elements.ts';

export type SheetFormat = 'csv' | 'xlsx';

/** Saves sheets as a file of this name, without its ending; a .csv holds the first alone. No cell is ever a formula. */
export async function saveSheets(
  sheets: readonly [OutSheet, ...OutSheet[]],
  name: string,
  format: SheetFormat,
): Promise<void> {
  if (format === 'csv') return save(writeCsv(sheets[0]), 'text/csv;charset=utf-8', `${name}.csv`);
  // The writer is four times the page's own script: it comes when somebody asks for it.
  const { writeWorkbook } = await import('../../ledger/out/workbook.ts');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  save(new Uint8Array(await writeWorkbook(sheets)), type, `${name}.xlsx`);
}

function save(content: string | Uint8Array<ArrayBuffer>, type: string, name: string): void {
  const link = make('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
