import type { Cell, Sheet } from './grid.ts';
import { BLANK } from './grid.ts';
import type { Meaning } from './meanings.ts';
import { foldTitle, meaningsOf } from './title.ts';

/** Titles of tables side by side stand this far down at most. */
const WITHIN = 15;
/** Below a gap between tables so many rows are blank too. */
const LOOKED_AT = 40;

/** A title of a line, with what it surely means. */
interface Titled {
  readonly index: number;
  readonly text: string;
  readonly meaning: Meaning | undefined;
}

/**
 * The tables that stand beside each other on a sheet, each as a sheet of its own in which the other columns are blank,
 * so that cells keep their names. A sheet with one table comes back as it is.
 */
export function sideBySide(sheet: Sheet): readonly Sheet[] {
  for (let at = 0; at < Math.min(sheet.rows.length, WITHIN); at++) {
    const starts = startsIn(sheet, at);
    if (starts.length < 2) continue;
    return starts.map((from, place) => columnsOf(sheet, from, starts[place + 1] ?? Number.POSITIVE_INFINITY));
  }
  return [sheet];
}

/** The first columns of the tables whose titles stand on this line: where the titles begin anew, or behind a gap. */
function startsIn(sheet: Sheet, at: number): readonly number[] {
  const titles = titlesIn(sheet.rows[at] ?? []);
  const names = titles.filter(({ meaning }) => meaning === '项目名称');
  const [first, ...others] = names;
  const [begin] = titles;
  if (!first || !begin || others.length === 0) return [];
  const starts = [0];
  for (const name of others) {
    const start = again(titles, begin, first, name) ?? behindGap(sheet, at, titles, starts.at(-1) ?? 0, name);
    if (start !== undefined) starts.push(start);
  }
  const parts = starts.map((from, place) => {
    const to = starts[place + 1] ?? Number.POSITIVE_INFINITY;
    return new Set(
      titles.flatMap(({ index, meaning }) => (index >= from && index < to ? (meaning ?? []) : [])),
    );
  });
  // 项目名称 beside 上级项目名称 is one table: each of two says of its projects more than a name.
  return parts.every((meanings) => meanings.size >= 2) ? starts : [];
}

function titlesIn(cells: readonly Cell[]): readonly Titled[] {
  return cells.flatMap(({ text, number }, index) => {
    const plain = text.trim();
    if (plain === '' || number !== undefined || plain.length > 30) return [];
    const [best] = meaningsOf(plain);
    return [{ index, text: foldTitle(plain), meaning: best && best.score >= 0.8 ? best.meaning : undefined }];
  });
}

/** Where the same titles begin again in the same order. */
function again(titles: readonly Titled[], begin: Titled, first: Titled, name: Titled): number | undefined {
  const start = name.index - (first.index - begin.index);
  const same = titles.filter(
    ({ index, text }) =>
      index >= start && titles.some((one) => one.index === index - start + begin.index && one.text === text),
  );
  const opens = titles.some(({ index, text }) => index === start && text === begin.text);
  return start > first.index && opens && same.length >= 3 ? start : undefined;
}

/** The column behind a blank one that separates the two names. */
function behindGap(
  sheet: Sheet,
  at: number,
  titles: readonly Titled[],
  from: number,
  name: Titled,
): number | undefined {
  const rows = sheet.rows.slice(at, at + LOOKED_AT);
  for (let column = name.index - 1; column > from; column--) {
    if (titles.some(({ index }) => index === column)) continue;
    const spread = sheet.merges.some(
      ({ top, bottom, left, right }) => top <= at && at <= bottom && left <= column && column <= right,
    );
    if (!spread && rows.every((row) => (row[column]?.text ?? '') === '')) return column + 1;
  }
  return undefined;
}

function columnsOf(sheet: Sheet, from: number, to: number): Sheet {
  const { widths: _, ...rest } = sheet;
  return {
    ...rest,
    rows: sheet.rows.map((row) => row.slice(0, to).map((cell, column) => (column >= from ? cell : BLANK))),
    merges: sheet.merges.filter(({ left }) => left >= from && left < to),
  };
}
