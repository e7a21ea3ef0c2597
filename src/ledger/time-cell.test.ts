import { describe, expect, it } from 'vitest';
import { readTime, yearIn } from './time-cell.ts';

describe('readTime', () => {
  it.each([
    ['2021', '2021', undefined],
    ['2021年度', '2021', undefined],
    ['２０２１年', '2021', undefined],
    ['二〇二一年', '2021', undefined],
    ['21年3月', '2021-03', undefined],
    ['2021/3/5', '2021-03-05', undefined],
    ['2021年3月5日', '2021-03-05', undefined],
    ['2021.03', '2021-03', undefined],
    ['202103', '2021-03', undefined],
    ['20210305', '2021-03-05', undefined],
    ['44256', '2021-03-01', undefined],
    ['2026-01-30 08:37:42', '2026-01-30', undefined],
    ['预计2026年6月底', '2026-06', undefined],
    ['2021年第三季度', '2021', undefined],
    ['2021年3月—2022年5月', '2021-03', '2022-05'],
    ['2021.3-2021.12', '2021-03', '2021-12'],
    ['Mar-21', '2021-03', undefined],
    ['5-Mar-21', '2021-03-05', undefined],
    ['September 2021', '2021-09', undefined],
  ])('%s', (text, day, until) => {
    expect(readTime({ text })).toEqual({
      year: Number(day.slice(0, 4)),
      day,
      ...(until === undefined ? {} : { until }),
    });
  });

  it.each(['', '待定', '1066', '三年', '12345678901'])('%s is no time', (text) => {
    expect(readTime({ text })).toBeUndefined();
  });
});

describe('yearIn', () => {
  it('takes the one year of a heading, and none of a span', () => {
    expect(yearIn('2021年度信息化项目台账')).toBe(2021);
    expect(yearIn('2016—2018年资金安排清单')).toBeUndefined();
    expect(yearIn('信息化项目清单')).toBeUndefined();
  });
});
