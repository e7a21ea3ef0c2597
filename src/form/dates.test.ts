import { describe, expect, it } from 'vitest';
import {
  dayNear,
  earliestDay,
  formatDay,
  formatExpected,
  guessDay,
  guessDayOrMonth,
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
    ['2021年4月9号', '2021-04-09'],
    ['2021-04-09 00:00:00', '2021-04-09'],
    ['2021年4月9日。', '2021-04-09'],
    ['2021年4月9日（星期五）', '2021-04-09'],
    ['二〇二一年四月九日', '2021-04-09'],
    ['二○二一年四月二十九日', '2021-04-29'],
    ['二零二一年十二月三十日', '2021-12-30'],
    ['二〇二一年十月十日', '2021-10-10'],
  ])('suggests the day meant by %s', (written, meant) => {
    expect(suggestDay(written)).toBe(meant);
  });

  it.each([
    ['21年4月9日', '2021-04-09'],
    ["'21.4.9", '2021-04-09'],
  ])('only guesses the day meant by %s', (written, meant) => {
    expect(suggestDay(written)).toBeUndefined();
    expect(guessDay(written)).toBe(meant);
  });

  it.each(['2021年2月30日', '明年', '2021-04', '二月三十', '十月'])('suggests nothing for %s', (written) => {
    expect(suggestDay(written)).toBeUndefined();
  });

  it('shows days without leading zeros', () => {
    expect(formatDay('2026-03-05')).toBe('2026年3月5日');
    expect(formatExpected('2026-12-31')).toBe('在建，预计2026年12月');
    expect(formatExpected('2026-12')).toBe('在建，预计2026年12月');
    expect(formatExpected('2026')).toBe('在建，预计2026年');
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
    ['2019年底', '2019-12'],
    ['2019年末', '2019-12'],
    ['2019年初', '2019-01'],
    ['二〇一九年六月', '2019-06'],
    ['2019/6/5', '2019-06-05'],
    ['2019年6月5日', '2019-06-05'],
  ])('suggests what %s means', (written, meant) => {
    expect(suggestDayOrMonth(written)).toBe(meant);
  });

  it.each([
    ['约2026年6月', '2026-06'],
    ['2026年6月前', '2026-06'],
    ['预计2026年底前完成', '2026-12'],
    ['2026年第三季度', '2026-09'],
    ['2026年4季度', '2026-12'],
    ['26年6月', '2026-06'],
    ['力争2026年10月1日前建成', '2026-10-01'],
  ])('only guesses what %s means', (written, meant) => {
    expect(suggestDayOrMonth(written)).toBeUndefined();
    expect(guessDayOrMonth(written)).toBe(meant);
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

describe('dayNear', () => {
  it.each([
    ['11月20日', '2026-11-20'],
    ['12月1号', '2025-12-01'],
    ['11.26', '2026-11-26'],
    ['昨天', '2026-11-26'],
    ['二月三日', '2026-02-03'],
    ['2月30日', '2月30日'],
    ['2026-11-20', '2026-11-20'],
    ['下周', '下周'],
  ])('%s is %s', (said, day) => {
    expect(dayNear(said, '2026-11-27')).toBe(day);
  });
});
