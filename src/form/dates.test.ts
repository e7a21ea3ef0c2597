import { describe, expect, it } from 'vitest';
import {
  earliestDay,
  formatDay,
  formatExpected,
  isDay,
  latestDay,
  readDayOrMonth,
  suggestDay,
  suggestDayOrMonth,
} from './dates.ts';

describe('days', () => {
  it.each(['2021-04-29', '2024-02-29', '2000-02-29'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-4-9',
    '20210409',
    '2021-04-31',
    '2021-04-29 ',
  ])('refuses %s', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each([
    ['2021年4月9日', '2021-04-09'],
    ['２０２１/4/9', '2021-04-09'],
    ['2021.4.9', '2021-04-09'],
    ['20210409', '2021-04-09'],
    ['2021 年 4 月 9 日', '2021-04-09'],
  ])('suggests the day meant by %s', (written, meant) => {
    expect(suggestDay(written)).toBe(meant);
  });

  it.each(['2021年2月30日', '明年', '2021-04'])('suggests nothing for %s', (written) => {
    expect(suggestDay(written)).toBeUndefined();
  });

  it('shows days without leading zeros', () => {
    expect(formatDay('2026-03-05')).toBe('2026年3月5日');
    expect(formatExpected('2026-12-31')).toBe('在建，预计2026年12月');
  });
});

describe('days of which only the month or the year is known', () => {
  it.each([
    ['2019-06', '2019-06', '2019年6月'],
    ['2019年6月', '2019-06', '2019年6月'],
    ['2019年06月', '2019-06', '2019年6月'],
    ['2019', '2019', '2019年'],
    ['2019年', '2019', '2019年'],
    ['2019-06-15', '2019-06-15', '2019年6月15日'],
  ])('reads %s as %s, shown as %s', (written, known, shown) => {
    expect(readDayOrMonth(written)).toBe(known);
    expect(formatDay(known)).toBe(shown);
  });

  it.each([
    '2019-13',
    '2019-6',
    '2019年13月',
    '2019年0月',
    '1899',
    '19年6月',
    '2019-02-30',
    '2019-06-',
    '去年',
    '',
  ])('does not read %s', (written) => {
    expect(readDayOrMonth(written)).toBeUndefined();
  });

  it.each([
    ['2019.6', '2019-06'],
    ['2019/06', '2019-06'],
    ['2019-6', '2019-06'],
    ['２０１９年６月', '2019-06'],
    ['2019 年 6 月份', '2019-06'],
    ['2019年6月底', '2019-06'],
    ['2019年上半年', '2019'],
    ['2019年底', '2019'],
    ['2019/6/5', '2019-06-05'],
    ['2019年6月5日', '2019-06-05'],
  ])('suggests what %s means', (written, meant) => {
    expect(suggestDayOrMonth(written)).toBe(meant);
  });

  it.each(['2019年13月', '明年', '6月', '2019.6~8'])('suggests nothing for %s', (written) => {
    expect(suggestDayOrMonth(written)).toBeUndefined();
  });

  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-06-15', '2019-06-15', '2019-06-15'],
  ])('knows that %s lies from %s to %s', (known, first, last) => {
    expect([earliestDay(known), latestDay(known)]).toEqual([first, last]);
  });
});
