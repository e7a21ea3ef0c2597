import { cleanText } from './clean.ts';
import type { Column } from './columns.ts';
import type { Sheet } from './grid.ts';
import type { LedgerProject, Question } from './project.ts';
import type { RawProject } from './rows.ts';
import { fitOf } from './witness.ts';

const UNIT_WORDS =
  /^(?:[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{2,12}\s*[-—]?\s*(?=\p{Script=Han}))?\s*(.{2,30}?(?:局|委|办|院|部|处|办公室|中心|街道|办事处|政府|委员会|管委会|公司|学校|医院|联合会|妇联|工会|残联|法院|检察院|镇|乡|社区|团委|馆))\s*(?:[（(].{0,20}[)）])?$/u;

/** The unit that a line between the projects names: 「003 区财政局」, 「一、区教育局（3个）」. */
export function groupUnit(line: string): string | undefined {
  return UNIT_WORDS.exec(line.trim())?.[1];
}

/** Whose sheet it is. */
export interface Reporter {
  /** Who filled it in, where it says so. */
  readonly unit?: string | undefined;
  /** The unit with which its heading begins. */
  readonly headed?: string | undefined;
}

/**
 * The unit of each project: its own, that of a merged area, the one written once above a run of projects, that of the
 * group's heading, or that of whoever filled the sheet in. A single blank among units is left blank and asked about.
 */
export function fillUnits(
  sheet: Sheet,
  columns: readonly Column[],
  raws: readonly RawProject[],
  projects: readonly LedgerProject[],
  { unit: everywhere, headed }: Reporter,
): { readonly projects: readonly LedgerProject[]; readonly questions: readonly Question[] } {
  const column = columns.find(({ meaning, hidden }) => meaning === '建设单位' && !hidden);
  const all = /科室|处室|股室/.test(column?.title ?? '');
  const named = projects.map((project) => ofSection(project, everywhere ?? headed, all));
  const filled = withUnits(sheet, column, raws, named, everywhere ?? (column ? undefined : headed));
  return { projects: filled, questions: askUnit(sheet, column, filled) };
}

/** 「信息科」 in the sheet of 区财政局 is a section of it. */
const SECTION = /^(?:.{1,8}(?:科|股)|.{1,4}(?:处|室))$/;

function ofSection(project: LedgerProject, reporter: string | undefined, all: boolean): LedgerProject {
  const { unit, values } = project;
  if (unit === undefined || reporter === undefined || !(all || SECTION.test(unit))) return project;
  return { ...project, unit: reporter, values: { ...values, 建设单位: unit } };
}

function withUnits(
  sheet: Sheet,
  column: Column | undefined,
  raws: readonly RawProject[],
  projects: readonly LedgerProject[],
  everywhere: string | undefined,
): readonly LedgerProject[] {
  const blanks = projects.filter(({ unit }) => unit === undefined).length;
  if (blanks === 0) return projects;
  const runs = column !== undefined && isWrittenOnce(sheet, column, projects, blanks);
  const sure = blanks >= projects.length * 0.4;
  return projects.map((project, index) => {
    if (project.unit !== undefined) return project;
    const above = runs && column ? unitAbove(sheet, column, raws[index]?.at ?? 0) : undefined;
    const group = groupUnit(raws[index]?.group ?? '');
    const unit = above ?? group ?? everywhere;
    if (unit === undefined) return project;
    const notes = above && !sure ? [...project.notes, `没有写单位，按上面的「${unit}」读。`] : project.notes;
    return { ...project, unit, notes };
  });
}

/** The nearest unit further up, also on a row that is no project. */
function unitAbove(sheet: Sheet, column: Column, from: number): string | undefined {
  for (let at = from - 1; at >= 0; at--) {
    const cell = sheet.rows[at]?.[column.index];
    if (cell && fitOf('建设单位', cell) > 0) return cleanText(cell.text).replace(/\s*\n\s*/g, '');
  }
  return undefined;
}

/** Without merged areas a unit that stands above a run of its projects leaves most cells below it blank. */
function isWrittenOnce(
  sheet: Sheet,
  column: Column,
  projects: readonly LedgerProject[],
  blanks: number,
): boolean {
  const repeats = projects.some(({ unit }, at) => unit !== undefined && unit === projects[at - 1]?.unit);
  const least = repeats || blanks < 2 ? 0.4 : 0.25;
  if (projects[0]?.unit === undefined || blanks < projects.length * least) return false;
  return !sheet.merges.some(({ left, top, bottom }) => left === column.index && bottom > top && top > 3);
}

function askUnit(
  sheet: Sheet,
  column: Column | undefined,
  projects: readonly LedgerProject[],
): readonly Question[] {
  const blank = projects.filter(({ unit }) => unit === undefined);
  const [first] = blank;
  if (!first) return [];
  const rows = blank
    .slice(0, 8)
    .map(({ row }) => row)
    .join('、');
  const which =
    blank.length === projects.length
      ? '这一页没有写明单位'
      : `第 ${rows}${blank.length > 8 ? ' 等' : ''} 行（${blank.length} 个项目）没有写明单位`;
  return [
    {
      sheet: sheet.name,
      row: first.row,
      column: column?.title,
      asks: `${which}：是哪个单位的？`,
      choices: [],
      taken: true,
    },
  ];
}
