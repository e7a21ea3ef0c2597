import { type Cell, columnLetters, type Sheet } from './grid.ts';
import { type Meaning, MONEY } from './meanings.ts';
import { meaningsOf, unitInTitle } from './title.ts';

/** A label of a form with the cell that answers it. */
export interface Answer {
  readonly meaning: Meaning;
  readonly label: string;
  /** Index in the sheet's rows. */
  readonly row: number;
  /** C7. */
  readonly at: string;
  readonly value: Cell;
  /** The unit of money that the label states, or those it stands beside or under, as a factor to 万元. */
  readonly factor: number | undefined;
}

/** One filled-in form. */
export interface Form {
  readonly answers: readonly Answer[];
  readonly name: Answer;
}

/** A form is so long at most, and forms stand so far down. */
const ROWS = 80;
const MOST = 4_000;
const LONGEST_LABEL = 16;
const KNOWN = new WeakMap<Sheet, readonly Form[]>();

/**
 * The filled-in forms of a sheet (「项目名称 | … | 建设单位 | …」), which stand below each other: at least three rows of each
 * begin with a label and answer it. None for a sheet of anything else.
 */
export function formsOn(sheet: Sheet): readonly Form[] {
  const known = KNOWN.get(sheet);
  if (known) return known;
  const forms = readForms(labelsApart(sheet));
  KNOWN.set(sheet, forms);
  return forms;
}

function readForms(labelled: LabelledSheet): readonly Form[] {
  const rows = labelled.sheet.rows.slice(0, MOST);
  const answers = rows.map((row, at) => answersIn(labelled, row, at));
  const lines = formsInRows(answers);
  if (lines.length > 0) return lines;
  const named = answers.flatMap((row, at) => (row.some(isName) ? [at] : []));
  const [first] = named;
  if (first === undefined) return [];
  // A code or a unit may stand above the name, in each form alike.
  let above = 0;
  while (above < first && (answers[first - above - 1]?.length ?? 0) > 0) above += 1;
  const starts = named.map((at) => at - above);
  const forms = starts.map((from, place) => {
    const to = Math.min(starts[place + 1] ?? rows.length, from + ROWS);
    return readForm(rows.slice(place === 0 ? 0 : from, to), answers.slice(place === 0 ? 0 : from, to).flat());
  });
  const read = forms.flatMap((form) => form ?? []);
  return read.length === forms.length ? read : [];
}

/** 「项目1：| … | 投资：| …」 in each row: every row is a form, to which belongs what stands above them all. */
function formsInRows(answers: readonly (readonly Answer[])[]): readonly Form[] {
  const labelsOf = (row: readonly Answer[]): string => row.map(({ meaning }) => meaning).join(' ');
  const first = answers.findIndex((row) => row.length >= 2 && row.some(isName));
  const alike = answers.filter((row) => row.some(isName));
  const shape = labelsOf(answers[first] ?? []);
  if (alike.length < 2 || alike.some((row) => labelsOf(row) !== shape)) return [];
  // Below the name of a form with two labels a row stand other labels before the next name.
  const places = answers.flatMap((row, at) => (row.some(isName) ? [at] : []));
  const apart = places.some((at, place) => at - (places[place - 1] ?? at - 1) > 1);
  if (apart) return [];
  const above = answers.slice(0, first).flat();
  return alike.flatMap((row) => {
    const name = row.find(isName);
    return name ? [{ answers: [...row, ...above], name }] : [];
  });
}

const isName = ({ meaning }: Answer): boolean => meaning === '项目名称';

function readForm(rows: readonly (readonly Cell[])[], answers: readonly Answer[]): Form | undefined {
  const leading = new Set(rows.flatMap((row) => leadingLabel(row) ?? []));
  const name = answers.find(isName);
  const told = new Set(answers.map(({ meaning }) => meaning));
  return name && leading.size >= 3 && told.size >= 3 ? { answers, name } : undefined;
}

/** A sheet of forms; where a label and its answer shared a cell, the columns in which its cells stood. */
interface LabelledSheet {
  readonly sheet: Sheet;
  readonly origins?: readonly (readonly number[])[];
}

/** 「项目名称：智慧图书馆」 in one cell, as pasted from a page: the label and its answer side by side. */
function labelsApart(sheet: Sheet): LabelledSheet {
  const pairs = sheet.rows.slice(0, MOST).map((row) => row.map(({ text }) => pairIn(text.trim())));
  const told = pairs.flat().filter((pair) => pair !== undefined);
  if (told.length < 3 || !told.some(([label]) => labelMeaning(label) === '项目名称')) return { sheet };
  const parted = sheet.rows.map((row, at) =>
    row.flatMap(
      (cell, index): readonly (readonly [Cell, number])[] =>
        pairs[at]?.[index]?.map((text) => [{ text }, index] as const) ?? [[cell, index]],
    ),
  );
  return {
    sheet: { ...sheet, rows: parted.map((row) => row.map(([cell]) => cell)) },
    origins: parted.map((row) => row.map(([, index]) => index)),
  };
}

function pairIn(text: string): readonly [label: string, value: string] | undefined {
  const [, label = '', value = ''] = /^([^:：]{2,20})[:：]\s*(\S[\s\S]*)$/.exec(text) ?? [];
  return labelMeaning(label) === undefined ? undefined : [label, value];
}

function answersIn({ sheet, origins }: LabelledSheet, row: readonly Cell[], at: number): readonly Answer[] {
  return row.flatMap(({ text }, column): readonly Answer[] => {
    const meaning = labelMeaning(text);
    if (meaning === undefined) return [];
    const next = row.findIndex(
      (cell, index) => index > column && (cell.text.trim() !== '' || cell.number !== undefined),
    );
    const value = row[next];
    if (!value || next - column > 8 || labelMeaning(value.text) !== undefined) return [];
    return [
      {
        meaning,
        label: text.trim().replace(/\s+/g, ''),
        row: at,
        at: `${columnLetters(origins?.[at]?.[next] ?? next)}${sheet.firstRow + at}`,
        value,
        factor: MONEY.has(meaning) ? unitAround(sheet, at, column) : undefined,
      },
    ];
  });
}

/** 「项目资金（万元）」 stands to the left of 「年度资金总额」, or further up where the cell below it is blank. */
function unitAround(sheet: Sheet, at: number, column: number): number | undefined {
  for (let row = at; row >= Math.max(0, at - 6); row--) {
    for (let left = column; left >= 0; left--) {
      if (row < at && (sheet.rows[at]?.[left]?.text ?? '') !== '') continue;
      const said = unitInTitle(sheet.rows[row]?.[left]?.text.slice(0, 40) ?? '');
      if (said !== undefined) return said;
    }
  }
  return undefined;
}

function labelMeaning(text: string): Meaning | undefined {
  const plain = text.replace(/\s+/g, '').replace(/\d{0,2}[:：]?$/, '');
  if (plain === '' || plain.length > LONGEST_LABEL || /\d{3}/.test(plain)) return undefined;
  const [first] = meaningsOf(plain);
  return first && first.score >= 0.8 ? first.meaning : undefined;
}

/** The first words of a row, where they are a label and something stands behind them. */
function leadingLabel(row: readonly Cell[]): string | undefined {
  const at = row.findIndex(({ text }) => text.trim() !== '');
  const label = row[at]?.text.replace(/\s+/g, '') ?? '';
  const next = row.slice(at + 1).find(({ text }) => text.trim() !== '');
  return labelMeaning(label) !== undefined && next && labelMeaning(next.text) === undefined
    ? label
    : undefined;
}
