import { askColumns, samplesOf } from './ask-columns.ts';
import { assemble } from './assemble.ts';
import { sideBySide } from './blocks.ts';
import { type Column, understandColumns } from './columns.ts';
import { type Context, readContext } from './context.ts';
import { fillUnits } from './fill-units.ts';
import { readFormSheet } from './form-sheet.ts';
import type { LeftOut, Sheet } from './grid.ts';
import { findHeader, type Header, isFieldLine, isTitleLine } from './header.ts';
import type { Meaning } from './meanings.ts';
import { moneyUnits } from './money-columns.ts';
import { numberedGroups } from './numbered-groups.ts';
import { withoutParts } from './part-rows.ts';
import { checkedTotals } from './printed-totals.ts';
import type { Answers, TableParts } from './reading.ts';
import { readRows } from './rows.ts';
import { unfoldTree } from './tree-rows.ts';
import { type TurnedSheet, turnedBack, turnSheet } from './turned.ts';

interface SheetReading extends TableParts {
  readonly heading: string;
}

/**
 * Reads one sheet: the form of one project, projects beside each other, or tables beside and below each other.
 * `formUnit` is the unit of sums that a form does not state, as a factor to 万元.
 */
export function readSheet(
  sheet: Sheet,
  bookName: string,
  answers: Answers,
  formUnit: number | undefined,
): SheetReading {
  const turned = turnSheet(sheet);
  if (turned) return readTurned(sheet, turned, bookName, answers);
  const forms = readFormSheet(sheet, { name: bookName, factor: formUnit, told: answers.columns });
  if (forms) {
    const { row, ...read } = forms;
    const table = { sheet: sheet.name, row, columns: [], projects: read.projects.length };
    return { ...NOTHING, ...read, tables: [table], heading: '' };
  }
  const parts = numberedGroups(sheet) ?? sideBySide(sheet);
  return joined(parts.map((part) => readTables(part, bookName, answers)));
}

function readTurned(sheet: Sheet, turned: TurnedSheet, bookName: string, answers: Answers): SheetReading {
  const context = readContext(sheet, turned.top, bookName);
  const header = findHeader(turned.sheet, 0, answers.columns);
  if (!header) return { ...NOTHING, left: [noHeader(sheet)], heading: context.heading };
  const read = readTable(turned.sheet, header, turned.sheet.rows.length, context, answers);
  return { ...turnedBack(read, turned), heading: context.heading };
}

const NOTHING: TableParts = { projects: [], left: [], faults: [], questions: [], tables: [] };

/** The tables of a sheet, one below the other. */
function readTables(sheet: Sheet, bookName: string, answers: Answers): SheetReading {
  let header = findHeader(sheet, 0, answers.columns);
  const context = readContext(sheet, header?.at ?? 0, bookName);
  const blank = sheet.rows.every((row) => row.every(({ text }) => text.trim() === ''));
  const none: TableParts = header || blank ? NOTHING : { ...NOTHING, left: [noHeader(sheet)] };
  const parts: SheetReading[] = [{ ...none, heading: context.heading }];
  let above = context;
  while (header) {
    const next = nextHeader(sheet, header, answers);
    const read = readTable(sheet, header, next?.at ?? sheet.rows.length, above, answers);
    parts.push({ ...read, heading: '' });
    if (next) above = contextBelow(sheet, header, next, context);
    header = next;
  }
  return joined(parts);
}

function joined(parts: readonly SheetReading[]): SheetReading {
  return {
    projects: parts.flatMap(({ projects }) => projects),
    left: parts.flatMap(({ left }) => left),
    faults: parts.flatMap(({ faults }) => faults),
    questions: parts.flatMap(({ questions }) => questions),
    tables: parts.flatMap(({ tables }) => tables),
    nameless: parts.flatMap(({ nameless = [] }) => nameless),
    heading: parts.map(({ heading }) => heading).join('\n'),
  };
}

/** What stands between two tables holds for the lower one, and what the sheet says above all for both. */
function contextBelow(sheet: Sheet, above: Header, header: Header, whole: Context): Context {
  let from = header.at;
  const filled = (at: number): number =>
    (sheet.rows[at] ?? []).filter(({ text }) => text.trim() !== '').length;
  while (from - 1 >= above.at + above.depth && filled(from - 1) <= 2) from -= 1;
  const own = ownContext(sheet, from, header.at);
  return {
    ...whole,
    factor: own.factor ?? whole.factor,
    unit: own.unit ?? (own.headed === undefined ? whole.unit : undefined),
    headed: own.headed ?? whole.headed,
    year: own.year ?? whole.year,
  };
}

function ownContext(sheet: Sheet, from: number, to: number): Context {
  return readContext({ ...sheet, name: '', rows: sheet.rows.slice(from, to) }, to - from, '', true);
}

function noHeader(sheet: Sheet): LeftOut {
  const why = `工作表「${sheet.name}」没有列名一行，没有导入；是项目清单的，加一行列名：项目名称、单位、金额（万元）。`;
  return { sheet: sheet.name, row: sheet.firstRow, why };
}

function nameless(sheet: Sheet, header: Header): LeftOut {
  const titles = header.titles.map(({ text }) => text).slice(0, 6);
  const why = `这张表（${titles.join('、')}）没有项目名称一列，没有读；是项目清单的，在列的读法里写明哪一列是项目名称。`;
  return { sheet: sheet.name, row: sheet.firstRow + header.at, why };
}

/** Another table further down on the same sheet: a line of titles that stand in other columns. */
function nextHeader(sheet: Sheet, header: Header, answers: Answers): Header | undefined {
  const own = new Map(header.titles.map(({ index, text }) => [index, text]));
  for (let at = header.at + header.depth; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (!isTitleLine(cells) || isFieldLine(cells)) continue;
    const moved = cells.some(({ text }, index) => text.trim() !== '' && own.get(index) !== text.trim());
    if (!moved && !isHeaded(sheet, at)) continue;
    const found = findHeader({ ...sheet, rows: sheet.rows.slice(0, at + 3) }, at, answers.columns);
    if (found?.at === at) return found;
  }
  return undefined;
}

/** The same titles below a heading of their own belong to another unit: notices copied one below the other. */
function isHeaded(sheet: Sheet, at: number): boolean {
  const alone = (row: number): boolean =>
    (sheet.rows[row] ?? []).filter(({ text }) => text.trim() !== '').length === 1;
  for (let row = at - 1; row >= Math.max(0, at - 3) && alone(row); row--) {
    const { headed, unit } = ownContext(sheet, row, row + 1);
    if (headed !== undefined || unit !== undefined) return true;
  }
  return false;
}

function readTable(sheet: Sheet, header: Header, to: number, context: Context, answers: Answers): TableParts {
  const from = header.at + header.depth;
  const body = sheet.rows
    .slice(from, Math.min(to, from + 400))
    .filter((row) => row.some(({ text }) => text !== ''));
  const columns = understandColumns(sheet, header, body, answers.columns);
  if (!columns.some(({ meaning }) => meaning === '项目名称' || meaning === '公告标题'))
    return { ...NOTHING, nameless: [nameless(sheet, header)] };
  const width = Math.max(sheet.widths?.[header.at] ?? 0, ...header.titles.map(({ index }) => index + 1));
  const raw = readRows(sheet, columns, from, to, width);
  const units = moneyUnits(columns, raw.projects, context.factor);
  const plans = columns.filter(
    ({ title, hidden }) => !hidden && /支付计划|分年|年度计划|资金计划/.test(title),
  );
  const view = { sheet, columns, byMeaning: readByMeaning(columns), plans, units, context };
  const every = raw.projects.map((project) => assemble(view, project));
  const { kept, left: parts } = withoutParts(sheet, columns, raw.projects, every);
  const {
    projects: read,
    raws,
    left: heads,
  } = unfoldTree(
    sheet,
    columns,
    raw.projects.filter((_, at) => kept[at]),
    every.filter((_, at) => kept[at]),
  );
  const reporter = answers.unit ?? context.unit;
  const whose = { unit: reporter, headed: context.headed };
  const filled = fillUnits(sheet, columns, raws, read, whose);
  const named = filled.projects
    .filter(({ name }) => name !== '')
    .map((project) => ({ ...project, reporter }));
  return {
    projects: named,
    left: [
      ...hiddenColumns(sheet, header, columns),
      ...checkedTotals(sheet, columns, units, { ...raw, projects: raws }),
      ...parts,
      ...heads,
    ],
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
