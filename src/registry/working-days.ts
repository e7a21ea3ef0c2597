import { type Day, isDay } from '../form/dates.ts';
import { type FieldType, leaf, list, optionalPart, part, record, whole } from '../form/kinds.ts';

/** Days from one to another, both counted. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** 「2026-01-01至2026-01-03、2026-04-06」. */
function spans(): FieldType<readonly Span[]> {
  return leaf<readonly Span[]>({
    kind: 'spans',
    expects: '写成「2026-01-01至2026-01-03、2026-04-06」，几天连着的用「至」，各段用顿号隔开',
    json: { type: 'string' },
    read: (text) => {
      const parts = text.split(/[、，,\s]+/).filter((one) => one !== '');
      const read = parts.map((one) => one.split('至')).map(([from = '', to = from]) => ({ from, to }));
      return read.every(({ from, to }) => isDay(from) && isDay(to) && from <= to) ? read : undefined;
    },
    format: (value) => value.map(({ from, to }) => (from === to ? from : `${from}至${to}`)).join('、'),
  });
}

/** What 国务院办公厅 publishes for each year. */
export const holidayTable = () =>
  list(
    record({
      year: part('年份', whole(2021, 2100, '年')),
      off: part('放假', spans()),
      on: optionalPart('上班', spans()),
    }),
  );
export type HolidayTable = ReturnType<typeof holidayTable> extends FieldType<infer T> ? T : never;

const DAY = 86_400_000;

/** How many working days lie after one day up to another, and which years had no table: there Monday to Friday count. */
export function workingDays(
  after: Day,
  until: Day,
  table: HolidayTable,
): { readonly count: number; readonly untabled: readonly number[] } {
  const [start, end] = [numberOf(after), numberOf(until)];
  if (!(start < end)) return { count: 0, untabled: [] };
  const untabled: number[] = [];
  let count = weekdaysUpTo(end) - weekdaysUpTo(start);
  for (let year = yearOf(start + 1); year <= yearOf(end); year++) {
    const exceptions = exceptionsOf(table, year);
    if (!exceptions) untabled.push(year);
    for (const [day, change] of exceptions ?? []) if (start < day && day <= end) count += change;
  }
  return { count, untabled };
}

/** A day by its number since 1970. */
function numberOf(day: Day): number {
  return Math.floor(Date.parse(day) / DAY);
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Days since the Monday before 1970, and how many of them were Monday to Friday. */
function weekdaysUpTo(day: number): number {
  const whole = day + 4;
  const weeks = Math.floor(whole / 7);
  return weeks * 5 + Math.min(whole - weeks * 7, 5);
}

/** What a year's table changes: +1 for a Saturday or Sunday that is worked, -1 for a weekday off. */
type Exceptions = readonly (readonly [day: number, change: 1 | -1])[];

/** Asked for each waiting step of a registry, so each year's table is gone through once. */
const known = new WeakMap<HolidayTable, Map<number, Exceptions>>();

function exceptionsOf(table: HolidayTable, year: number): Exceptions | undefined {
  const own = table.find((one) => one.year === year);
  if (!own) return undefined;
  const byYear = known.get(table) ?? new Map<number, Exceptions>();
  known.set(table, byYear);
  const before = byYear.get(year);
  if (before) return before;
  const worked = daysOf(own.on, year);
  const off = daysOf(own.off, year);
  const changes = [...new Set([...worked, ...off])].flatMap((day): Exceptions => {
    const isWeekday = new Date(day * DAY).getUTCDay() % 6 !== 0;
    if (worked.has(day)) return isWeekday ? [] : [[day, 1]];
    return isWeekday ? [[day, -1]] : [];
  });
  byYear.set(year, changes);
  return changes;
}

/** The days of spans that lie in a year. */
function daysOf(list: readonly Span[] = [], year: number): ReadonlySet<number> {
  const [first, last] = [numberOf(`${year}-01-01`), numberOf(`${year}-12-31`)];
  const days = new Set<number>();
  for (const { from, to } of list)
    for (let day = Math.max(numberOf(from), first); day <= Math.min(numberOf(to), last); day++) days.add(day);
  return days;
}
