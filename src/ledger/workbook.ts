import * as XLSX from '@e965/xlsx';
import { BLANK, type Book, type Cell, LedgerError, type LeftOut, type Merge, type Sheet } from './grid.ts';
import { LIMITS } from './limits.ts';
import { readFormat } from './number-format.ts';
import { hiddenInOds } from './ods-hidden.ts';
import { below, headingOf } from './page-heading.ts';
import { type TrimmedWorkbook, trimWorkbook } from './parts.ts';
import { withoutMarkup } from './references.ts';
import { countMarkedRows, refuseLong, refuseRepeated, refuseWide } from './row-count.ts';
import { type Addend, sumOf } from './sum-formula.ts';
import { refuseSpread } from './tame.ts';

const OPTIONS = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellFormula: true,
  cellHTML: false,
  sheetStubs: true,
  sheets: Array.from({ length: LIMITS.sheets }, (_, at) => at),
};

/** Reads a workbook of any kind that offices save: .xlsx, .xls, .et, .ods, and a web page named .xls. */
export function readWorkbook(source: Uint8Array | string, name: string): Book {
  const { workbook, hidden: odsHidden } = open(source);
  if (typeof source !== 'string' && isOld(source)) decodeOld(workbook);
  const left: LeftOut[] = [];
  const budget = { cells: 0 };
  const beyond = workbook.SheetNames[LIMITS.sheets];
  if (beyond !== undefined)
    left.push({ sheet: beyond, row: 1, why: `只读前 ${LIMITS.sheets} 页，从这一页起没有读。` });
  const sheets = workbook.SheetNames.slice(0, LIMITS.sheets).flatMap((sheetName, index) => {
    const sheet = workbook.Sheets[sheetName];
    if (!sheet || (sheet['!type'] ?? 'sheet') !== 'sheet') {
      left.push({ sheet: sheetName, row: 1, why: whyNoSheet(sheet?.['!type']) });
      return [];
    }
    const ods = odsHidden.get(sheetName);
    const hidden = ods?.sheet === true || (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
    const read = toSheet(sheet, sheetName, hidden, date1904, left, budget);
    return [ods ? { ...read, hiddenRows: ods.rows, hiddenColumns: ods.columns } : read];
  });
  const [first, ...others] = sheets;
  const page = typeof source === 'string' && first && /<table\b/i.test(source) ? headingOf(source) : [];
  return { name, sheets: first ? [below(page, first), ...others] : [], left, faults: [] };
}

/** Workbooks older than Excel 97 keep one byte or two for a sign, in the code page of the machine that wrote them. */
function isOld(bytes: Uint8Array): boolean {
  const [a, , b] = bytes;
  if (a === 0x09 && (b === 0x04 || b === 0x06 || b === 0x08)) return true;
  if (a !== 0xd0) return false;
  try {
    return XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'array' }), 'Workbook') === null;
  } catch {
    // Not the container it seems to be; the workbook reader has said what it is.
    return false;
  }
}

/** The reader takes each byte for a sign: 「ÏîÄ¿」 is 「项目」 in the code page of Chinese machines. */
function decodeOld(workbook: XLSX.WorkBook): void {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const decoded = (text: string): string => {
    const codes = Array.from(text, (sign) => sign.charCodeAt(0));
    if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text;
    try {
      return decoder.decode(Uint8Array.from(codes));
    } catch {
      return text;
    }
  };
  const names = workbook.SheetNames;
  for (const [at, name] of names.entries()) {
    const sheet = workbook.Sheets[name];
    for (const row of sheet?.['!data'] ?? [])
      for (const cell of row ?? []) if (typeof cell?.v === 'string') cell.v = decoded(cell.v);
    const better = decoded(name);
    if (better === name || !sheet) continue;
    delete workbook.Sheets[name];
    names[at] = better;
    workbook.Sheets[better] = sheet;
  }
}

function whyNoSheet(type: string | undefined): string {
  return type === 'chart' ? '这一页是图表，不是台账，没有读。' : '这一页不是表格，没有读。';
}

interface Opened {
  readonly workbook: XLSX.WorkBook;
  readonly hidden: TrimmedWorkbook['hidden'];
}

function open(source: Uint8Array | string): Opened {
  try {
    if (typeof source === 'string') {
      refuseLong(countMarkedRows(source));
      refuseRepeated(source);
      refuseSpread(source);
      return { workbook: XLSX.read(source, { type: 'string', ...OPTIONS }), hidden: hiddenInOds(source) };
    }
    const packed = source[0] === 0x50 && source[1] === 0x4b;
    if (!packed) return { workbook: XLSX.read(source, { type: 'array', ...OPTIONS }), hidden: new Map() };
    const { bytes, hides, hidden } = trimWorkbook(source);
    return { workbook: XLSX.read(bytes, { type: 'array', ...OPTIONS, cellStyles: hides }), hidden };
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    const said = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(said)) {
      throw new LedgerError('这个工作簿带密码：在表格软件里去掉密码，再导入。');
    }
    throw new LedgerError('这个工作簿读不出来：用表格软件打开，另存为 .xlsx 再导入；带密码的先去掉密码。');
  }
}

function toSheet(
  sheet: XLSX.WorkSheet,
  name: string,
  hidden: boolean,
  date1904: boolean,
  left: LeftOut[],
  budget: { cells: number },
): Sheet {
  const rows: Cell[][] = [];
  let beyond: string | undefined;
  // Rows and cells are sparse: a cell at XFD1048576 must cost one cell.
  const data: readonly (readonly XLSX.CellObject[])[] = sheet['!data'] ?? [];
  for (const key of Object.keys(data)) {
    const at = Number(key);
    const filled = Object.entries(data[at] ?? []).filter(([, cell]) => isFilled(cell));
    if (filled.length === 0) continue;
    budget.cells += filled.length;
    refuseWide(budget.cells);
    const inside = at < LIMITS.rows ? filled.filter(([column]) => Number(column) < LIMITS.columns) : [];
    if (inside.length < filled.length)
      beyond ??= XLSX.utils.encode_cell({ r: at, c: Number(filled.at(-1)?.[0]) });
    if (inside.length === 0) continue;
    while (rows.length <= at) rows.push([]);
    const row: Cell[] = Array.from({ length: Number(inside.at(-1)?.[0]) + 1 }, () => BLANK);
    for (const [column, cell] of inside) {
      const read = toCell(cell, date1904);
      row[Number(column)] = read.fault === NOT_STORED ? (worked(data, cell) ?? read) : read;
    }
    rows[at] = row;
  }
  if (beyond !== undefined) left.push({ sheet: name, row: 1, why: farOut(beyond) });
  return {
    name,
    hidden,
    rows,
    firstRow: 1,
    merges: (sheet['!merges'] ?? []).map((range) => toMerge(range, rows.length)),
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
    lettered: true,
  };
}

const farOut = (cell: string): string =>
  `「${cell}」离表太远（只读前 ${LIMITS.rows} 行、前 ${LIMITS.columns} 列），没有读。`;

function isFilled(cell: XLSX.CellObject): boolean {
  return cell.t === 'z' ? cell.f !== undefined : cell.t === 'e' || (cell.v !== undefined && cell.v !== '');
}

/** As far as there are rows and columns that are looked at: a merge may say that it reaches to the end of the world. */
function toMerge({ s, e }: XLSX.Range, rows: number): Merge {
  const [bottom, right] = [Math.min(e.r, Math.max(s.r, rows)), Math.min(e.c, Math.max(s.c, LIMITS.columns))];
  return { top: s.r, left: s.c, bottom, right };
}

/** Rows of no height and columns of no width are as hidden as those that say so. */
function hiddenIn(
  infos: readonly (XLSX.RowInfo | XLSX.ColInfo | undefined)[] | undefined,
): ReadonlySet<number> {
  const isHidden = (info: XLSX.RowInfo & XLSX.ColInfo): boolean =>
    info.hidden === true || info.hpt === 0 || info.width === 0;
  return new Set(
    Object.entries(infos ?? []).flatMap(([at, info]) => (info && isHidden(info) ? [Number(at)] : [])),
  );
}

const NOT_STORED = '是公式，文件里没有存下结果';
type Cells = readonly (readonly XLSX.CellObject[])[];

/** A sum of cells whose result the program that wrote the workbook did not store. */
function worked(data: Cells, { f: formula, z }: XLSX.CellObject): Cell | undefined {
  const sum = formula === undefined ? undefined : sumIn(data, formula, 0);
  if (formula === undefined || sum === undefined) return undefined;
  return { ...numberCell(tidy(sum), z, false), summed: formula.slice(0, 60) };
}

/** Sums of sums are followed a few steps, so that a formula that goes round ends. */
function sumIn(data: Cells, formula: string, depth: number): number | undefined {
  return sumOf(formula, (row, column): Addend => {
    const cell = data[row]?.[column];
    if (!cell || !isFilled(cell)) return 'blank';
    if (cell.t === 'n' && typeof cell.v === 'number') return cell.v;
    if (cell.t !== 'z' || depth >= 2 || cell.f === undefined) return 'other';
    return sumIn(data, cell.f, depth + 1) ?? 'other';
  });
}

function toCell(cell: XLSX.CellObject, date1904: boolean): Cell {
  const target = cell.l?.Target;
  const link = typeof target === 'string' && /^https?:\/\//i.test(target) ? { link: target } : {};
  if (cell.t === 'e') return { text: '', fault: `是「${cell.w ?? '错误值'}」`, ...link };
  if (cell.t === 'z') return { text: '', fault: NOT_STORED };
  if (cell.t === 'b') return { text: cell.v === true ? '是' : '否' };
  if (cell.t === 'd' && cell.v instanceof Date) return { text: cell.v.toISOString().slice(0, 10), day: true };
  if (cell.t === 'n' && typeof cell.v === 'number')
    return { ...numberCell(cell.v, cell.z, date1904), ...link };
  return { text: withoutMarkup(String(cell.v ?? '')).slice(0, LIMITS.cell), ...link };
}

function numberCell(value: number, format: string | number | undefined, date1904: boolean): Cell {
  if (format !== undefined && XLSX.SSF.is_date(String(format))) {
    const day = dayOfSerial(value, date1904);
    if (day !== undefined) return { text: day, number: value, day: true };
  }
  const { divisor, suffix } = readFormat(format);
  const number = tidy(value / divisor);
  const shown = { text: plainNumber(number), number, ...(suffix === undefined ? {} : { suffix }) };
  return divisor === 1 ? shown : { ...shown, stored: value };
}

/** A day of a spreadsheet as YYYY-MM-DD; undefined for a time of day or a number beyond the calendar. */
export function dayOfSerial(value: number, date1904 = false): string | undefined {
  const parts = XLSX.SSF.parse_date_code(value, { date1904 });
  if (!parts || value < 1 || parts.y < 1950 || parts.y > 2100) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
}

/** A workbook keeps 17 digits where people typed at most 15. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && Number.isInteger(value)
    ? value.toLocaleString('en', { useGrouping: false })
    : text;
}
