import type { Cell, Sheet } from './grid.ts';
import { BLANK, columnLetters } from './grid.ts';
import type { Meaning } from './meanings.ts';
import type { TableParts } from './reading.ts';
import { meaningsOf } from './title.ts';

/** Labels stand in one of the first columns, within so many rows. */
const COLUMNS = 3;
const ROWS = 40;

/** A sheet turned so that its projects, which stood beside each other, stand below each other. */
export interface TurnedSheet {
  readonly sheet: Sheet;
  /** Index in the original rows of the first label, and of the names. */
  readonly top: number;
  readonly names: number;
}

/**
 * A sheet whose labels stand below each other with one column for each project: 项目名称 | 甲平台 | 乙平台. Undefined for
 * any other: a line of titles holds other titles beside 项目名称, a form of one project holds one value.
 */
export function turnSheet(sheet: Sheet): TurnedSheet | undefined {
  for (let at = 0; at < Math.min(sheet.rows.length, ROWS); at++) {
    for (let column = 0; column < COLUMNS; column++) {
      if (labelOf(sheet.rows[at]?.[column]) !== '项目名称') continue;
      const places = namesBeside(sheet.rows[at] ?? [], column);
      const labels = labelled(sheet, column, places);
      if (places.length < 2 || labels.length < 3 || !labels.includes(at)) continue;
      const top = labels[0] ?? at;
      return { sheet: turned(sheet, top, (labels.at(-1) ?? at) + 1), top, names: at };
    }
  }
  return undefined;
}

function labelOf(cell: Cell | undefined): Meaning | undefined {
  const plain = cell?.text.replace(/\s+/g, '').replace(/[:：]$/, '') ?? '';
  if (plain === '' || plain.length > 20 || cell?.number !== undefined) return undefined;
  const [first] = meaningsOf(plain);
  return first && first.score >= 0.8 ? first.meaning : undefined;
}

/** The columns of the names; none where the line holds another label. */
function namesBeside(cells: readonly Cell[], column: number): readonly number[] {
  const places = cells.flatMap(({ text }, index) => (index > column && text.trim() !== '' ? [index] : []));
  const texts = new Set(places.map((index) => cells[index]?.text.trim()));
  const isPlain = places.every((index) => {
    const cell = cells[index];
    return cell?.number === undefined && labelOf(cell) === undefined;
  });
  return isPlain && texts.size >= 2 ? places : [];
}

/** The rows that begin with a label and answer it for most of the projects. */
function labelled(sheet: Sheet, column: number, places: readonly number[]): readonly number[] {
  return sheet.rows.slice(0, ROWS * 2).flatMap((row, at) => {
    if (labelOf(row[column]) === undefined) return [];
    const said = places.filter((index) => {
      const cell = row[index];
      return (cell?.text.trim() ?? '') !== '' && labelOf(cell) === undefined;
    });
    return said.length >= places.length * 0.5 ? [at] : [];
  });
}

function turned(sheet: Sheet, top: number, to: number): Sheet {
  const lines = sheet.rows.slice(top, to);
  const width = lines.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: Array.from({ length: width }, (_, column) => lines.map((row) => row[column] ?? BLANK)),
    firstRow: sheet.firstRow,
    merges: sheet.merges
      .filter((area) => area.top >= top && area.bottom < to)
      .map((area) => ({
        top: area.left,
        bottom: area.right,
        left: area.top - top,
        right: area.bottom - top,
      })),
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: new Set([...sheet.hiddenRows].flatMap((at) => (at >= top && at < to ? [at - top] : []))),
    lettered: sheet.lettered,
    turned: sheet.firstRow + top,
  };
}

/** What was read of a turned sheet, in the rows and words of the sheet as its people see it. */
export function turnedBack(read: TableParts, { sheet, names, top }: TurnedSheet): TableParts {
  const row = sheet.firstRow + names;
  const told = <T extends { readonly row: number; readonly why: string }>(place: T): T => ({
    ...place,
    row,
    why: `${columnLetters(place.row - sheet.firstRow)} 列：${place.why.replaceAll('这一行', '这一列')}`,
  });
  const questions = read.questions.map((question) => ({ ...question, row }));
  return {
    projects: read.projects.map((project) => ({
      ...project,
      row,
      notes: project.notes,
      open: project.open.map((question) => ({ ...question, row })),
    })),
    left: read.left.map(told),
    faults: read.faults.map(told),
    nameless: (read.nameless ?? []).map((place) => ({ ...place, row })),
    questions,
    tables: read.tables.map((table) => ({ ...table, row: sheet.firstRow + top })),
  };
}
