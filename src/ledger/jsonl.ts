import type { LedgerFinding } from './columns.ts';
import { decodeLedger } from './csv.ts';
import type { LedgerText } from './text.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/** Reads a file of one JSON object per line; keys are column titles, line numbers are row numbers. */
export function readJsonl(bytes: Uint8Array, name: string): LedgerText {
  const findings: LedgerFinding[] = [];
  const records = decodeLedger(bytes)
    .split(/\r?\n/)
    .map((line, index) => readLine(line, index + 1, name, findings));
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = [titles, ...records.map((record) => titles.map((title) => cellText(record[title])))];
  const cellName = (row: number, _column: number, title: string) => `${title}:${row}`;
  return { sheets: [{ name, rows, firstRow: 0, cellName }], findings };
}

function readLine(line: string, row: number, sheet: string, findings: LedgerFinding[]): JsonRecord {
  if (line.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonRecord;
  } catch {
    // Told below, in the same words as a line that is JSON but not an object.
  }
  const message = `这一行不是一个 JSON 对象，没有导入：「${line.trim().slice(0, 30)}」。`;
  findings.push({
    severity: 'error',
    sheet,
    row,
    cell: '',
    column: '',
    message,
    fix: '写成 {"名称": "…", "来源": "…"} 这样的一行。',
  });
  return {};
}

/** A value as the text of a cell. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(cellText).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
