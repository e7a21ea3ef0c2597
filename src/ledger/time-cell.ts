import { numeralsOfDays, suggestDayOrMonth } from '../form/dates.ts';
import type { Cell } from './grid.ts';
import { dayOfSerial } from './workbook.ts';

const FIRST = 1990;
const LAST = 2100;

/** What a cell says of time: as much of a day as it knows, and the year. */
export interface TimeCell {
  readonly year: number;
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly day: string;
  /** The last day of a span: 2021年3月—2022年5月. */
  readonly until?: string;
}

/** Reads a day, a month, a year or a span in any way offices write them; undefined when no year is in it. */
export function readTime(cell: Cell): TimeCell | undefined {
  if (cell.day) return at(cell.text);
  if (cell.number !== undefined) return ofNumber(cell.number);
  const text = withDigits(cell.text.normalize('NFKC'))
    .replace(/\s+(?=\d{1,2}:\d{2})[\d:. ]*$/, '')
    .replace(/T[\d:.Z+]*$/, '')
    .trim();
  const direct = at(suggestDayOrMonth(text.replace(/^(?:预计|计划|约|拟)/, '').replace(/[年度]*度$/, '年')));
  if (direct) return direct;
  if (/^\d+(?:\.\d+)?$/.test(text)) return ofNumber(Number(text));
  const days = [
    ...text.matchAll(
      /((?:19|20)\d{2})(?:[-/.年]\s*(1[0-2]|0?[1-9])(?:[-/.月]\s*(3[01]|[12]\d|0?[1-9])(?!\d))?)?/g,
    ),
  ]
    .map(([, year = '', month, day]) =>
      [year, month, day]
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    )
    .flatMap((day) => at(day) ?? []);
  const [first, ...others] = days;
  const last = others.at(-1);
  return first && last && last.day > first.day ? { ...first, until: last.day } : first;
}

const ENGLISH_MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Mar-21 and 5-Mar-21, as a spreadsheet saves its days in a .csv on a machine that is set to English. */
function withoutEnglish(text: string): string {
  const [, day, name = '', year = ''] =
    /^(?:(\d{1,2})[-\s])?([A-Za-z]{3})[a-z]*[-\s.,]*((?:19|20)?\d{2})$/.exec(text) ?? [];
  const at = ENGLISH_MONTHS.indexOf(name.toLowerCase());
  if (name === '' || at % 3 !== 0) return text;
  const month = String(at / 3 + 1).padStart(2, '0');
  return [year.padStart(4, '20'), month, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** 二〇二一年, 21年 and 21/3/5 with the year in four digits. */
function withDigits(text: string): string {
  return numeralsOfDays(withoutEnglish(text))
    .replace(/^(\d{2})(?=年(?!\d{4}))/, '20$1')
    .replace(/^([0-3]\d)(?=[/.-]\d{1,2}[/.-]\d{1,2}$)/, '20$1');
}

function at(day: string | undefined): TimeCell | undefined {
  const year = Number(day?.slice(0, 4));
  return day !== undefined && year >= FIRST && year <= LAST ? { year, day } : undefined;
}

/** 2021, 202103, 20210305, 2021.03, and the days of a spreadsheet that lost their look in a .csv. */
function ofNumber(value: number): TimeCell | undefined {
  if (Number.isInteger(value) && value >= FIRST && value <= LAST) return { year: value, day: String(value) };
  const digits = String(value);
  const [, year = '', month = '', day] =
    /^((?:19|20)\d{2})\.?(0[1-9]|1[0-2]|[1-9])(0[1-9]|[12]\d|3[01])?$/.exec(digits) ?? [];
  if (year !== '') return at([year, month.padStart(2, '0'), ...(day === undefined ? [] : [day])].join('-'));
  if (Number.isInteger(value) && value > 32_000 && value < 60_000) return at(dayOfSerial(value));
  return ofClock(value);
}

/** The one year in a line of words such as a heading, a sheet's or a file's name; a span of years is none. */
export function yearIn(text: string): number | undefined {
  const found = [...text.normalize('NFKC').matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|年度|[^\d]|$)/g)].map(
    ([, year]) => Number(year),
  );
  const years = new Set(found.filter((year) => year >= FIRST && year <= LAST));
  const [only] = years;
  return years.size === 1 ? only : undefined;
}

/** Seconds or milliseconds since 1970, as programs write them that collect notices; in Beijing's time. */
function ofClock(value: number): TimeCell | undefined {
  const seconds = value >= 1e12 ? value / 1_000 : value;
  if (seconds < 946_684_800 || seconds > 2_208_988_800) return undefined;
  return at(new Date((seconds + 8 * 3_600) * 1_000).toISOString().slice(0, 10));
}
