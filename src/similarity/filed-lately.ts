import { wholeMonthsBefore } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import { compareText } from '../text/finding.ts';

/** Filings of one unit within so many months are taken together. */
const TOGETHER_MONTHS = 24;
/** A filing whose unit has filed more than this is compared with its latest only: the comparison stays bounded. */
const MOST_PARTS = 40;

/** By 填报日期, then by id. */
export function latestFirst(a: Entry, b: Entry): number {
  return compareText(b.filing.filedOn ?? '', a.filing.filedOn ?? '') || compareText(a.id, b.id);
}

/** The other filings of the unit within the last months before this one. `ofUnit`: the latest first, as is what comes of it. */
export function filedLately(
  { id, filing: { filedOn } }: Pick<Entry, 'id' | 'filing'>,
  ofUnit: readonly Entry[],
): readonly Entry[] {
  if (filedOn === undefined) return [];
  const from = wholeMonthsBefore(filedOn, TOGETHER_MONTHS);
  const recent = ofUnit.filter((other) => {
    const on = other.filing.filedOn ?? '';
    return other.id !== id && on >= from && on <= filedOn;
  });
  return recent.slice(0, MOST_PARTS);
}
