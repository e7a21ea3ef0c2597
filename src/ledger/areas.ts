import type { Column } from './columns.ts';
import type { Sheet } from './grid.ts';

/** For each column the rows that a merged area above covers, with the row that shows its value. */
export function carriedDown(
  sheet: Sheet,
  columns: readonly Column[],
  from: number,
  to: number,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const carried = new Map(columns.map(({ index }) => [index, new Map<number, number>()]));
  for (const { top, bottom, left, right } of sheet.merges) {
    if (bottom === top || right - left > 3) continue;
    const rows = carried.get(left);
    if (!rows || top < from) continue;
    for (let at = top + 1; at <= Math.min(bottom, to - 1); at++) rows.set(at, top);
  }
  return carried;
}

/** Rows that hold one cell across three columns or more. */
export function wideRows(sheet: Sheet): ReadonlySet<number> {
  return new Set(
    sheet.merges
      .filter(({ top, bottom, left, right }) => top === bottom && right - left >= 2)
      .map(({ top }) => top),
  );
}
