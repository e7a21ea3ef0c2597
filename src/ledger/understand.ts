import { askColumns, samplesOf } from './ask-columns.ts';
import { assemble } from './assemble.ts';
import { type Column, type Told, understandColumns } from './columns.ts';
import { readContext } from './context.ts';
import { isSurelyDigital, scopeOf } from './digital.ts';
import { fillUnits } from './fill-units.ts';
import { readFormSheet } from './form-sheet.ts';
import type { Book, LeftOut, Sheet } from './grid.ts';
import { findHeader, type Header, isTitleLine } from './header.ts';
import type { Meaning } from './meanings.ts';
import { type MoneyUnit, moneyUnits } from './money-columns.ts';
import type { LedgerProject, Question } from './project.ts';
import { readRows } from './rows.ts';
import { mergeSame } from './same.ts';

/** What a person said of a ledger, once, for it and for all of its shape. */
export interface Answers {
  readonly columns: Told;
  /** Sheets that are not read. */
  readonly skipped: ReadonlySet<string>;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
  /** 全部, or 只要数字化: what to do with rows whose names tell nothing digital. */
  readonly scope?: '全部' | '只要数字化' | undefined;
  /** Full names of units by what the ledger writes. */
  readonly unitNames: ReadonlyMap<string, string>;
  /** What a cell says instead: 「台账!C7」. */
  readonly cells: ReadonlyMap<string, string>;
}

export const NO_ANSWERS: Answers = {
  columns: new Map(),
  skipped: new Set(),
  unitNames: new Map(),
  cells: new Map(),
};

/** A table of a ledger as it was understood, column by column. */
export interface TableReading {
  readonly sheet: string;
  /** The row of the titles, as the spreadsheet counts. */
  readonly row: number;
  readonly columns: readonly ColumnReading[];
  readonly projects: number;
}

export interface ColumnReading {
  readonly column: Column;
  /** The unit of money and how it is known. */
  readonly unit?: MoneyUnit | undefined;
  /** A few values, for a person to see what is meant. */
  readonly samples: readonly string[];
}

/** A ledger understood. */
export interface Understood {
  /** The name of its file. */
  readonly name: string;
  /** Some line could not be read at all, as against one that is no project. */
  readonly unread: boolean;
  /** The names of its sheets, in order. */
  readonly sheets: readonly string[];
  readonly projects: readonly LedgerProject[];
  /** What is no project, or not read, each with its reason. */
  readonly left: readonly LeftOut[];
  /** Rows that are broken: they did not go in, and the ledger should be put right. */
  readonly faults: readonly LeftOut[];
  readonly questions: readonly Question[];
  readonly tables: readonly TableReading[];
}

/** Understands a whole ledger: which rows are projects, and what each column says of them. */
export function understand(book: Book, answers: Answers = NO_ANSWERS): Understood {
  const left: LeftOut[] = [...book.left];
  const faults: LeftOut[] = [...book.faults];
  const questions: Question[] = [];
  const tables: TableReading[] = [];
  const found: LedgerProject[] = [];
  const headings: string[] = [];
  for (const sheet of book.sheets) {
    const why = whyNotRead(sheet, answers);
    if (why !== undefined) {
      if (sheet.rows.length > 0) left.push({ sheet: sheet.name, row: sheet.firstRow, why });
      continue;
    }
    const read = readSheet(patched(sheet, answers), book.name, answers);
    found.push(...read.projects);
    left.push(...read.left);
    faults.push(...read.faults);
    questions.push(...read.questions);
    tables.push(...read.tables);
    headings.push(read.heading, sheet.name);
  }
  const titles = tables.flatMap(({ columns }) => columns.map(({ column }) => column.title));
  const distinct = mergeSame(found, left);
  const projects = inScope(distinct, titles, [book.name, ...headings].join('\n'), answers, left, questions);
  questions.push(...projects.flatMap(({ open }) => open));
  return {
    name: book.name,
    unread: book.faults.length > 0,
    sheets: book.sheets.map(({ name }) => name),
    projects,
    left: inOrder(book, left),
    faults: inOrder(book, faults),
    questions,
    tables,
  };
}

function whyNotRead(sheet: Sheet, { skipped }: Answers): string | undefined {
  if (skipped.has(sheet.name)) return '照答复，这一页没有读。';
  return sheet.hidden ? '这一页工作表是隐藏的，没有导入；要导入的，取消隐藏。' : undefined;
}

/** The sheet with the cells that a person answered for. */
function patched(sheet: Sheet, { cells }: Answers): Sheet {
  if (cells.size === 0) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  for (const [key, text] of cells) {
    const [, name = '', letters = '', number = ''] = /^(.*)!([A-Z]+)(\d+)$/.exec(key) ?? [];
    if (name !== sheet.name) continue;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = rows[Number(number) - sheet.firstRow];
    if (!row || column > 1_000) continue;
    while (row.length <= column) row.push({ text: '' });
    row[column] = { text };
  }
  return { ...sheet, rows };
}

type TableParts = Omit<Understood, 'name' | 'sheets' | 'unread'>;

interface SheetReading extends TableParts {
  readonly heading: string;
}

function readSheet(sheet: Sheet, bookName: string, answers: Answers): SheetReading {
  const projects: LedgerProject[] = [];
  const left: LeftOut[] = [];
  const faults: LeftOut[] = [];
  const questions: Question[] = [];
  const tables: TableReading[] = [];
  const form = readFormSheet(sheet, readContext(sheet, 0, bookName));
  if (form) {
    const table = { sheet: sheet.name, row: form.row, columns: [], projects: 1 };
    return { projects: [form], left, faults, questions, tables: [table], heading: '' };
  }
  let header = findHeader(sheet, 0, answers.columns);
  if (!header && sheet.rows.some((row) => row.some(({ text }) => text.trim() !== '')))
    left.push(noHeader(sheet));
  const context = readContext(sheet, header?.at ?? 0, bookName);
  while (header) {
    const next = nextHeader(sheet, header, answers);
    const read = readTable(sheet, header, next?.at ?? sheet.rows.length, context, answers);
    projects.push(...read.projects);
    left.push(...read.left);
    faults.push(...read.faults);
    questions.push(...read.questions);
    tables.push(...read.tables);
    header = next;
  }
  return { projects, left, faults, questions, tables, heading: context.heading };
}

function noHeader(sheet: Sheet): LeftOut {
  const why = `工作表「${sheet.name}」没有列名一行，没有导入；是项目清单的，加一行列名：项目名称、单位、金额（万元）……`;
  return { sheet: sheet.name, row: sheet.firstRow, why };
}

/** Another table further down on the same sheet: a line of titles that stand in other columns. */
function nextHeader(sheet: Sheet, header: Header, answers: Answers): Header | undefined {
  const own = new Map(header.titles.map(({ index, text }) => [index, text]));
  for (let at = header.at + header.depth; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (!isTitleLine(cells)) continue;
    const moved = cells.some(({ text }, index) => text.trim() !== '' && own.get(index) !== text.trim());
    if (!moved) continue;
    const found = findHeader({ ...sheet, rows: sheet.rows.slice(0, at + 3) }, at, answers.columns);
    if (found?.at === at) return found;
  }
  return undefined;
}

function readTable(
  sheet: Sheet,
  header: Header,
  to: number,
  context: ReturnType<typeof readContext>,
  answers: Answers,
): TableParts {
  const from = header.at + header.depth;
  const body = sheet.rows
    .slice(from, Math.min(to, from + 400))
    .filter((row) => row.some(({ text }) => text !== ''));
  const columns = understandColumns(sheet, header, body, answers.columns);
  const width = Math.max(sheet.widths?.[header.at] ?? 0, ...header.titles.map(({ index }) => index + 1));
  const raw = readRows(sheet, columns, from, to, width);
  const units = moneyUnits(columns, raw.projects, context.factor);
  const plans = columns.filter(
    ({ title, hidden }) => !hidden && /支付计划|分年|年度计划|资金计划/.test(title),
  );
  const view = { sheet, columns, byMeaning: readByMeaning(columns), plans, units, context };
  const read = raw.projects.map((project) => assemble(view, project));
  const filled = fillUnits(sheet, columns, raw.projects, read, answers.unit ?? context.unit);
  const reporter = answers.unit ?? context.unit;
  const named = filled.projects
    .filter(({ name }) => name !== '')
    .map((project) => ({ ...project, reporter }));
  return {
    projects: named,
    left: [...hiddenColumns(sheet, header, columns), ...raw.left],
    faults: raw.faults,
    questions: [...askColumns(sheet, header, columns, units, raw.projects), ...filled.questions],
    tables: [
      {
        sheet: sheet.name,
        row: sheet.firstRow + header.at,
        projects: named.length,
        columns: columns.map((column) => ({
          column,
          unit: units.get(column),
          samples: samplesOf(column, raw.projects),
        })),
      },
    ],
  };
}

function readByMeaning(columns: readonly Column[]): ReadonlyMap<Meaning, readonly Column[]> {
  const found = new Map<Meaning, Column[]>();
  for (const column of columns) {
    if (column.hidden || column.meaning === undefined) continue;
    found.set(column.meaning, [...(found.get(column.meaning) ?? []), column]);
  }
  return found;
}

function hiddenColumns(sheet: Sheet, header: Header, columns: readonly Column[]): readonly LeftOut[] {
  return columns
    .filter(({ hidden }) => hidden)
    .map(({ title }) => ({
      sheet: sheet.name,
      row: sheet.firstRow + header.at,
      why: `「${title}」这一列在表里是隐藏的，没有读。`,
    }));
}

/** Rows that tell nothing digital: left out of a budget, asked about in another ledger that is not of digital projects. */
function inScope(
  found: readonly LedgerProject[],
  titles: readonly string[],
  heading: string,
  answers: Answers,
  left: LeftOut[],
  questions: Question[],
): readonly LedgerProject[] {
  const told = answers.scope === '全部' ? 'all' : answers.scope === '只要数字化' ? 'digital-only' : undefined;
  const scope =
    told ??
    scopeOf(
      found.map(({ name }) => name),
      titles,
      heading,
    );
  if (scope === 'all') return found;
  const isIn = ({ name, digital }: LedgerProject): boolean =>
    scope === 'digital-only' ? isSurelyDigital(name) : digital;
  const others = found.filter((project) => !isIn(project));
  const [first] = others;
  if (!first) return found;
  if (scope === 'ask') {
    questions.push({
      sheet: first.sheet,
      asks: `这本台账里有 ${others.length} 个项目从名称看不出是数字化项目，一并导入吗？`,
      choices: ['全部', '只要数字化'],
      taken: true,
    });
    return found;
  }
  for (const { sheet, row, name } of others)
    left.push({
      sheet,
      row,
      why: `「${name.slice(0, 30)}」从名称看不出是数字化项目，没有导入；是的，导入时写明「数字化: 全部」，或改名称。`,
    });
  if (told === undefined)
    questions.push({
      sheet: first.sheet,
      asks: `这是各项支出的预算：${others.length} 行从名称看不出是数字化项目，没有导入，对不对？`,
      choices: ['只要数字化', '全部'],
      taken: true,
    });
  return found.filter(isIn);
}

/** As they stand in the ledger: sheet by sheet, row by row. */
function inOrder(book: Book, places: readonly LeftOut[]): readonly LeftOut[] {
  const order = new Map(book.sheets.map(({ name }, index) => [name, index]));
  return [...places].sort((a, b) => (order.get(a.sheet) ?? -1) - (order.get(b.sheet) ?? -1) || a.row - b.row);
}
