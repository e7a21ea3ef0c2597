import { wholeMonthsBefore } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';

/** Filings of one unit within so many months are taken together. */
const TOGETHER_MONTHS = 24;
/** A filing whose unit has filed more than this is compared with its latest only: the comparison stays bounded. */
const MOST_PARTS = 40;

/** What a unit has filed between two days and still holds, the latest first, at most so many. */
export type FiledBy = (unit: string, from: string, to: string, most: number) => readonly Entry[];

/** By 填报日期, then by id. */
export function latestFirst(a: Entry, b: Entry): number {
  const [here, there] = [a.filing.filedOn ?? '', b.filing.filedOn ?? ''];
  if (here !== there) return here > there ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

export function isFiledWithin({ filing: { filedOn = '' } }: Entry, from: string, to: string): boolean {
  return filedOn >= from && filedOn <= to;
}

/** The other filings of the unit within the last months before this one, the latest first. */
export function filedLately({ id, unit, filing: { filedOn } }: Entry, filedBy: FiledBy): readonly Entry[] {
  if (filedOn === undefined) return [];
  const from = wholeMonthsBefore(filedOn, TOGETHER_MONTHS);
  const recent = filedBy(unit, from, filedOn, MOST_PARTS + 1);
  return recent.filter((other) => other.id !== id).slice(0, MOST_PARTS);
}
