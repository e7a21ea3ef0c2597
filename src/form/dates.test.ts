import { describe, expect, it } from 'vitest';
import { formatDay, formatExpected, isDay, suggestDay } from './dates.ts';

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
