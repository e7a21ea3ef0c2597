import { parse } from 'csv-parse/browser/esm/sync';
import { decodeLedger } from './decode.ts';
import { type Book, LedgerError, type LeftOut, type Sheet, textCell } from './grid.ts';
import { LIMITS } from './limits.ts';
import { withoutMarkup } from './references.ts';

/** What stands between cells: commas, or what spreadsheets write when asked for text. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

/** Reads a table of text; rows count as a spreadsheet counts them. */
export function readCsv(bytes: Uint8Array, name: string): Book {
  return readCsvText(decodeLedger(bytes), name);
}

/** The same of text that is decoded already. */
export function readCsvText(text: string, name: string): Book {
  const left: LeftOut[] = [];
  const sheet = toSheet(parseRows(text, delimiterOf(text)), name, left);
  return { name, sheets: [sheet], left, faults: [] };
}

/** The sign that parts the first lines into most cells, a comma where none does. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 12);
  const parts = (sign: string): number =>
    lines.reduce((sum, line) => sum + Math.min(line.split(sign).length - 1, 50), 0);
  return DELIMITERS.reduce((best, sign) => (parts(sign) > parts(best) ? sign : best));
}

function parseRows(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: LIMITS.rows,
      max_record_size: 512 * 1024,
    });
  } catch (error) {
    const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown };
    const line = Number(lines) || '?';
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw new LedgerError(`CSV 第 ${line} 行长得不像一行台账，没有读：核对引号是不是成对。`);
    if (code === undefined) throw error;
    throw new LedgerError(`CSV 第 ${line} 行附近的引号不成对，读不下去。补上引号再导入。`);
  }
}

function toSheet(lines: readonly (readonly string[])[], name: string, left: LeftOut[]): Sheet {
  const far = lines.findIndex((line) => line.slice(LIMITS.columns).some((text) => text.trim() !== ''));
  if (far >= 0) left.push({ sheet: name, row: far + 1, why: `只读前 ${LIMITS.columns} 列，右边的没有读。` });
  if (lines.length >= LIMITS.rows)
    left.push({ sheet: name, row: lines.length, why: `只读前 ${LIMITS.rows} 行，下面的没有读。` });
  return {
    name,
    hidden: false,
    rows: lines.map((line) => line.slice(0, LIMITS.columns).map((text) => textCell(plainText(text)))),
    firstRow: 1,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    lettered: true,
    widths: lines.map((line) => line.length),
  };
}

/** Long numbers are written ="4403…" or '4403… so that a spreadsheet keeps them. */
function plainText(text: string): string {
  const kept = /^="(.*)"$/s.exec(text)?.[1] ?? text.replace(/^'(?=\d)/, '');
  return withoutMarkup(kept).slice(0, LIMITS.cell);
}
