/** A calendar day as text, `2021-04-29`. Such strings compare in order of time. */
export type Day = string;

/** The day in China of a moment, given in seconds since 1970. */
export function dayInChina(seconds: number): Day {
  return new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10);
}

/** True for a real calendar day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * What a clerk wrote (「2021年4月9日」「２０２１/4/9」「2021.4.9」「20210409」「二〇二一年四月九日」, a day copied from a
 * spreadsheet with its 00:00:00) as YYYY-MM-DD; undefined if it is no day.
 */
export function suggestDay(text: string): Day | undefined {
  const folded = folding(text);
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(folded) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const candidate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(candidate) ? candidate : undefined;
}

/** One way to write what is written in several: half-width, digits, without a time of day, a weekday, a full stop. */
function folding(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/, '')
    .replace(/\s/g, '')
    .replace(/[。.,，、]$/, '')
    .replace(/[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$/, '');
  return numeralsOfDays(plain);
}

/** The numerals of a date as digits: 二〇二一年四月 is 2021年4月. */
export function numeralsOfDays(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十]+(?=[年月日号])/g, digitsOf);
}

const NUMERALS = '零一二三四五六七八九';

/** 二〇二一 is 2021, 二十九 is 29. */
function digitsOf(numerals: string): string {
  const one = (mark: string): string => String(Math.max(NUMERALS.indexOf(mark), 0));
  const [tens, ones] = numerals.split('十');
  if (ones === undefined) return [...numerals].map(one).join('');
  return `${tens === '' ? 1 : one(tens ?? '')}${ones === '' ? 0 : one(ones)}`;
}

/** A day that is only likely: 「21年4月9日」 is asked back. */
export function guessDay(text: string): Day | undefined {
  return suggestDay(folding(text).replace(/^['’]?(\d{2})(?=[-/.年]\d{1,2}[-/.月]\d{1,2})/, '20$1'));
}

const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };

/** A day said without its year (「11月20日」「昨天」), the last one up to today; any other text as it is. */
export function dayNear(text: string, today: Day): Day {
  const said = folding(text);
  const ago = Object.hasOwn(DAYS_AGO, said) ? DAYS_AGO[said] : undefined;
  if (ago !== undefined) return new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10);
  if (!/^\d{1,2}[月.\-/]\d{1,2}[日号]?$/.test(said)) return text;
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1].flatMap((one) => suggestDay(`${one}年${said.replace(/[.\-/]/, '月')}`) ?? []);
  return days.find((day) => day <= today) ?? text;
}

/** A day, or as much of one as is known of an old project: `2019-06-15`, `2019-06`, `2019`. */
export type DayOrMonth = string;

/** What is known of a day, read from `2019-06-15`, `2019-06`, `2019`, 「2019年6月」; undefined for anything else. */
export function readDayOrMonth(text: string): DayOrMonth | undefined {
  const [, year = '', month, day] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? /^(\d{4})年(?:(\d{1,2})月)?$/.exec(text) ?? [];
  const known = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return isDay([...known, '01', '01'].slice(0, 3).join('-')) ? known.join('-') : undefined;
}

/**
 * What a clerk wrote (「2019.6」「2019 年 06 月份」「２０１９/６」「2019年6月底」) as `2019-06` or `2019`, or as a day. The
 * end of a year is its December, the beginning its January (「2026年底」 is 2026-12); half a year tells no month.
 */
export function suggestDayOrMonth(text: string): DayOrMonth | undefined {
  const folded = folding(text);
  const [, year = '', month, part = ''] =
    /^(\d{4})(?:[-/.年](\d{1,2})?)?(?:月份?|年)?([初中底末]|[上中下]旬|[上下]半年)?$/.exec(folded) ?? [];
  const known = month ?? MONTHS[part];
  return suggestDay(folded) ?? readDayOrMonth(known === undefined ? year : `${year}年${known}月`);
}

const MONTHS: Readonly<Record<string, string>> = { 初: '1', 底: '12', 末: '12' };
const QUARTERS = '一二三四';

/** What is only likely, and asked back: 「约2026年6月」「2026年6月前」「2026年第三季度」「26年6月」. */
export function guessDayOrMonth(text: string): DayOrMonth | undefined {
  const bare = folding(text)
    .replace(/^(?:预计|计划|争取|力争|大约|大概|约|拟|暂定|于|在)+/, '')
    .replace(/(?:左右|前后|之前|以前|前|之后|以后|后|建成|完成|完工|完|竣工)+$/, '')
    .replace(/^['’]?(\d{2})(?=年|[-/.]\d{1,2}$)/, '20$1')
    .replace(/年?第?([1-4一二三四])季度?(?:[初中底末])?$/, (_, quarter: string) => {
      const number = QUARTERS.indexOf(quarter) + 1 || Number(quarter);
      return `年${number * 3}月`;
    });
  return suggestDayOrMonth(bare) ?? guessDay(bare);
}

/** The later of two days. */
export function laterDay(one: Day, other: Day): Day {
  if (one > other) return one;
  return other;
}

/** The first day that it can have been: compare it when something must not be later. */
export function earliestDay(known: DayOrMonth): Day {
  return `${known}${'-01-01'.slice(known.length - 4)}`;
}

/** The last day that it can have been: compare it when something must not be earlier. */
export function latestDay(known: DayOrMonth): Day {
  const [year = 0, month = 12, day] = known.split('-').map(Number);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day ?? daysInMonth(year, month))}`;
}

/** As people read it: 2026年3月5日, and as much of it as is known: 2026年3月, 2026年. */
export function formatDay(day: DayOrMonth): string {
  return day
    .split('-')
    .map((part, index) => `${Number(part)}${'年月日'[index]}`)
    .join('');
}

/** As the 已建成日期 cell prints an expected date (reading of annex 2): 在建，预计2026年3月, 在建，预计2026年. */
export function formatExpected(known: DayOrMonth): string {
  return `在建，预计${formatDay(known.slice(0, 'YYYY-MM'.length))}`;
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcOf(to) - utcOf(from)) / 86_400_000;
}

/** The same day so many months before; a day that month has not is its last. */
export function wholeMonthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const [then, at] = [Math.floor(count / 12), (count % 12) + 1];
  const last = Math.min(date, daysInMonth(then, at));
  return `${then}-${String(at).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

function utcOf(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}
