import { type Day, daysBetween, isDay } from '../form/dates.ts';
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

/** How many working days lie after one day up to another, and which years had no table: there Monday to Friday count. */
export function workingDays(
  after: Day,
  until: Day,
  table: HolidayTable,
): { readonly count: number; readonly untabled: readonly number[] } {
  const start = Date.parse(after);
  const untabled = new Set<number>();
  let count = 0;
  for (let n = 1; n <= daysBetween(after, until); n++) {
    const date = new Date(start + n * 86_400_000);
    const day = date.toISOString().slice(0, 10);
    const year = table.find((one) => one.year === date.getUTCFullYear());
    const holds = (list: readonly Span[] = []) => list.some(({ from, to }) => from <= day && day <= to);
    if (!year) untabled.add(date.getUTCFullYear());
    const isWeekday = date.getUTCDay() % 6 !== 0;
    if (holds(year?.on) || (isWeekday && !holds(year?.off))) count++;
  }
  return { count, untabled: [...untabled] };
}
