import { cleanText } from '../clean.ts';
import type { OutSheet } from './sheet.ts';

/** Spreadsheets calculate what begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A sheet as CSV: UTF-8 with a mark at its head (without it spreadsheets take Chinese for something else), lines end
 * as RFC 4180 says. Text that a spreadsheet would calculate gets an apostrophe in front.
 */
export function writeCsv({ columns, rows }: OutSheet): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const clean = cleanText(value);
  const text = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
