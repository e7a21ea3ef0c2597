import readWorkbook from 'read-excel-file/node';
import { columnLetters } from './cell-name.ts';
import type { LedgerSheet } from './columns.ts';
import { LedgerError, type LedgerText } from './text.ts';
import { fillMerged, readMerges } from './xlsx-merges.ts';

/** Reads every sheet of a workbook; a cell that is merged over several rows counts for each of them. */
export async function readXlsx(bytes: Uint8Array): Promise<LedgerText> {
  const sheets = await readCells(bytes);
  const merges = readMerges(bytes);
  return {
    findings: [],
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: fillMerged(rows, merges.get(name) ?? []),
      firstRow: 1,
      cellName: (row, column) => `${columnLetters(column)}${row}`,
    })),
  };
}

async function readCells(bytes: Uint8Array): Promise<readonly Pick<LedgerSheet, 'name' | 'rows'>[]> {
  try {
    // Numbers are taken as text first: 1890.1000000000001 is noise of the program that wrote the file.
    const sheets = await readWorkbook<string>(Buffer.from(bytes), { parseNumber: tidyNumber });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    throw new LedgerError(workbookFault(error));
  }
}

/** A workbook keeps 17 digits where people typed at most 15. */
function tidyNumber(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const tidy = String(Number(number.toPrecision(15)));
  return tidy.includes('e') ? text : tidy;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

const REASONS: Readonly<Record<string, string>> = {
  XLS_FILE_NOT_SUPPORTED: '这是旧式的 .xls 文件：在表格软件里另存为 .xlsx，再导入。',
  INVALID_ZIP: '这不是完好的 .xlsx 文件：用表格软件打开，另存一次再导入。',
  NO_DATA: '台账文件是空的。',
};

function workbookFault(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return (
    REASONS[String(code)] ??
    '这不是能读的 .xlsx 文件：用表格软件打开，另存为 .xlsx 再导入；带密码的先去掉密码。'
  );
}
