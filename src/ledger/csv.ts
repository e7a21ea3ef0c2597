import { parse } from 'csv-parse/browser/esm/sync';
import { decodeLedger } from './decode.ts';
import { type Book, LedgerError, type LeftOut, type Sheet, textCell } from './grid.ts';
import { LIMITS } from './limits.ts';
import { withoutMarkup } from './references.ts';
import { countLines, refuseLong } from './row-count.ts';

/** What stands between cells: commas, or what spreadsheets write when asked for text. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

/** So long a line may have more cells than anybody reads; cutting it leaves what says that there were more. */
const ENDLESS = 50_000;
const MOST_CELLS = 16 * LIMITS.columns;
const MOST_LINES = 4 * LIMITS.rows;

/** Reads a table of text; rows count as a spreadsheet counts them. */
export function readCsv(bytes: Uint8Array, name: string): Book {
  return readCsvText(decodeLedger(bytes), name);
}

/** The same of text that is decoded already. */
export function readCsvText(text: string, name: string): Book {
  refuseLong(countLines(text, true));
  const left: LeftOut[] = [];
  const delimiter = delimiterOf(text);
  const sheet = toSheet(parseRows(withoutEndless(text, delimiter), delimiter), name, left);
  return { name, sheets: [sheet], left, faults: [] };
}

function withoutEndless(text: string, delimiter: string): string {
  const pieces: string[] = [];
  let [from, start] = [0, 0];
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > ENDLESS) {
      pieces.push(text.slice(from, start), cutLine(text.slice(start, end), delimiter));
      from = end;
    }
    start = end + 1;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

function cutLine(line: string, delimiter: string): string {
  let [cells, inside] = [1, false];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === '"') inside = !inside;
    else if (sign === delimiter && !inside && ++cells > MOST_CELLS) return line.slice(0, at);
  }
  return line;
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
      // Blank lines are rows here, and are not counted among those of a ledger.
      to: MOST_LINES,
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
  if (lines.length >= MOST_LINES)
    left.push({ sheet: name, row: lines.length, why: '空行太多，下面的没有读。' });
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
