import { CsvError, parse } from 'csv-parse/sync';
import { columnLetters } from './cell-name.ts';
import { findHeader, type LedgerSheet } from './columns.ts';
import { LedgerError, type LedgerText } from './text.ts';

/** What stands between cells: commas, or what spreadsheets write when asked for text. */
const DELIMITERS = [',', '\t', ';'] as const;

/** Reads a CSV of UTF-8 (with or without BOM), UTF-16 or GBK; rows count as a spreadsheet counts them. */
export function readCsv(bytes: Uint8Array, name: string): LedgerText {
  const text = decodeLedger(bytes);
  const readings = DELIMITERS.map((delimiter) => () => toSheet(text, delimiter, name));
  const [first] = readings;
  for (const reading of readings.slice(1)) {
    const sheet = attempt(reading);
    if (sheet && findHeader(sheet)) return { sheets: [sheet], findings: [] };
  }
  return { sheets: first ? [first()] : [], findings: [] };
}

function attempt(reading: () => LedgerSheet): LedgerSheet | undefined {
  try {
    return reading();
  } catch {
    return undefined;
  }
}

function toSheet(text: string, delimiter: string, name: string): LedgerSheet {
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { name, rows, firstRow: 1, cellName: (row, column) => `${columnLetters(column)}${row}` };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new LedgerError(
      `CSV 第 ${Number(error.lines ?? 0) || '?'} 行附近的引号不成对，读不下去。补上引号再导入。`,
    );
  }
}

/** The text of a file whose encoding nobody wrote down. */
export function decodeLedger(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
