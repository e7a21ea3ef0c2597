import type { Column } from './columns.ts';
import type { LeftOut, Sheet } from './grid.ts';
import { AMOUNTS, type Meaning } from './meanings.ts';
import { readMoney } from './money-cell.ts';
import type { MoneyUnit } from './money-columns.ts';
import type { RawTable } from './rows.ts';

/** Totals beyond this many are not looked at: a table with so many has none that a person adds up. */
const MOST = 60;

/**
 * The rows left out, where a printed total is not what was read with the words that say so: a row was passed over, or
 * the ledger adds wrongly. A total may stand above or below its rows, for a group of them or for all.
 */
export function checkedTotals(
  sheet: Sheet,
  columns: readonly Column[],
  units: ReadonlyMap<Column, MoneyUnit>,
  raw: RawTable,
): readonly LeftOut[] {
  const column = mainColumn(columns, units, raw);
  if (!column || raw.totals.length === 0 || raw.totals.length > MOST) return raw.left;
  const factor = units.get(column)?.factor ?? Number.NaN;
  const sums = raw.projects.map(({ lines }) =>
    lines.reduce((sum, { cellOf }) => sum + (sumIn(cellOf(column), factor) ?? 0), 0),
  );
  const rows = raw.projects.map(({ at }) => at);
  const wrong = new Map(
    raw.totals.flatMap((at): readonly (readonly [number, string])[] => {
      const cell = sheet.rows[at]?.[column.index];
      const printed = cell && sumIn(cell, factor);
      if (printed === undefined || !(printed > 0)) return [];
      const below = rows.findIndex((row) => row > at);
      const split = below < 0 ? rows.length : below;
      if (runs(sums, split).some((sum) => same(sum, printed))) return [];
      const whole = sums.reduce((sum, value) => sum + value, 0);
      return [[sheet.firstRow + at, words(column, printed, whole)]];
    }),
  );
  return raw.left.map((place) => {
    const told = wrong.get(place.row);
    return told === undefined ? place : { ...place, why: place.why.replace(/。$/, told) };
  });
}

function words({ title }: Column, printed: number, whole: number): string {
  return `；「${title.slice(0, 20)}」写着 ${plain(printed)} 万元，与读到的各行对不上（这张表读到的一共 ${plain(whole)} 万元）：核对有没有漏行、错行，或者合计没有改。`;
}

const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** The column that says what most of the projects cost. */
function mainColumn(
  columns: readonly Column[],
  units: ReadonlyMap<Column, MoneyUnit>,
  { projects }: RawTable,
): Column | undefined {
  const money = columns.filter(
    ({ meaning, hidden }) => meaning !== undefined && !hidden && AMOUNTS.includes(meaning),
  );
  const order = ({ meaning }: Column): number => AMOUNTS.indexOf(meaning as Meaning);
  const known = money.filter((column) => units.get(column)?.factor !== undefined);
  return known
    .toSorted((a, b) => order(a) - order(b))
    .find((column) => {
      const filled = projects.filter(
        ({ lines }) => readMoney(lines[0]?.cellOf(column) ?? { text: '' }).kind === 'amounts',
      );
      return filled.length >= projects.length * 0.5 && filled.length > 1;
    });
}

function sumIn(cell: Parameters<typeof readMoney>[0], factor: number): number | undefined {
  const read = readMoney(cell);
  const [only, ...others] = read.kind === 'amounts' ? read.amounts : [];
  return only && others.length === 0 ? only.value * (only.factor ?? factor) : undefined;
}

/** The sums of all, of every run that ends above the total, and of every run that begins below it. */
function runs(sums: readonly number[], split: number): readonly number[] {
  const whole = sums.reduce((sum, value) => sum + value, 0);
  return [whole, ...partialSums(sums.slice(0, split).toReversed()), ...partialSums(sums.slice(split))];
}

function partialSums(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** Rounding of the rows adds up. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.02, b * 0.002);
