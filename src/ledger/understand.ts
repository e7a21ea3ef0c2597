import { exportedRows } from './exported.ts';
import { formFactor } from './form-sheet.ts';
import type { Book, LeftOut, Sheet } from './grid.ts';
import type { LedgerProject, Question } from './project.ts';
import { readSheet } from './read-sheet.ts';
import { type Answers, NO_ANSWERS, type TableReading, type Understood } from './reading.ts';
import { mergeSame } from './same.ts';
import { inScope } from './scope.ts';

/** Understands a whole ledger: which rows are projects, and what each column says of them. */
export function understand(book: Book, answers: Answers = NO_ANSWERS): Understood {
  const left: LeftOut[] = [...book.left];
  const faults: LeftOut[] = [...book.faults];
  const questions: Question[] = [];
  const tables: TableReading[] = [];
  const found: LedgerProject[] = [];
  const headings: string[] = [];
  const nameless: LeftOut[] = [];
  const sheets = book.sheets.map((sheet) => patched(sheet, answers));
  const formUnit = formFactor(sheets);
  for (const sheet of sheets) {
    const why = whyNotRead(sheet, answers);
    if (why !== undefined) {
      if (sheet.rows.length > 0) left.push({ sheet: sheet.name, row: sheet.firstRow, why });
      continue;
    }
    const read = readSheet(sheet, book.name, answers, formUnit);
    found.push(...read.projects);
    left.push(...read.left);
    faults.push(...read.faults);
    questions.push(...read.questions);
    tables.push(...read.tables);
    headings.push(read.heading, sheet.name);
    nameless.push(...(read.nameless ?? []));
  }
  // Beside a ledger they are something else; alone they are a ledger that was not read.
  (found.length > 0 ? left : faults).push(...nameless);
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
    questions: once(questions),
    tables,
    exported: exportedRows(book),
  };
}

/** A column is asked about once for a ledger, however many sheets have it. */
function once(questions: readonly Question[]): readonly Question[] {
  const asked = new Set<string>();
  return questions.filter(({ column, cell, asks }) => {
    if (column === undefined || cell !== undefined) return true;
    const key = `${column}\n${asks}`;
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  });
}

function whyNotRead(sheet: Sheet, { skipped }: Answers): string | undefined {
  if (skipped.has(sheet.name)) return '照答复，这一页没有读。';
  if (isSampleSheet(sheet)) return '这一页是填写的样例，没有导入；是真项目的，改页名和标题。';
  return sheet.hidden ? '这一页工作表是隐藏的，没有导入；要导入的，取消隐藏。' : undefined;
}

/** 「填报样例」 as the name of a sheet or the heading above its table. */
function isSampleSheet({ name, rows }: Sheet): boolean {
  const headings = rows.slice(0, 3).map((row) => row.filter(({ text }) => text.trim() !== ''));
  const alone = headings.flatMap((cells) => (cells.length === 1 ? (cells[0]?.text.trim() ?? '') : []));
  return [name.trim(), ...alone].some((text) => SAMPLE_SHEET.test(text));
}

const SAMPLE_SHEET = /^[（(]?(?:填[报写表]|表格)?(?:样例|示例|范例|样表|填写范本)(?:[（(].*[)）])?[)）]?$/;

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

/** As they stand in the ledger: sheet by sheet, row by row. */
function inOrder(book: Book, places: readonly LeftOut[]): readonly LeftOut[] {
  const order = new Map(book.sheets.map(({ name }, index) => [name, index]));
  return [...places].sort((a, b) => (order.get(a.sheet) ?? -1) - (order.get(b.sheet) ?? -1) || a.row - b.row);
}
