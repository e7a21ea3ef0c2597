import { describe, expect, it } from 'vitest';
import { isBlank, orderOf, readQuery, sayQuery, toggled, writeQuery } from './query.ts';

describe('the query in the address', () => {
  it('gives the same query back when written and read again', () => {
    const query = {
      q: '停车 诱导&a=b',
      filters: { 项目类别: ['便民服务类', '其他类'], 年份: ['2024'] },
      order: orderOf('金额从高到低'),
    };
    expect(readQuery(writeQuery(query))).toEqual(query);
  });

  it('passes over names, orders and repetitions that mean nothing', () => {
    const query = readQuery('?q=%20停车%20&颜色=红&排序=乱&年份=2024&年份=2024');
    expect(query).toEqual({ q: '停车', filters: { 年份: ['2024'] }, order: orderOf(null) });
  });

  it('is blank only when nothing at all is asked', () => {
    expect(isBlank(readQuery(''))).toBe(true);
    expect(isBlank(readQuery('?q=+'))).toBe(true);
    expect(isBlank(readQuery('?年份=2024'))).toBe(false);
    expect(isBlank(readQuery('?排序=金额从高到低'))).toBe(false);
  });

  it('chooses a value and lets it go again', () => {
    const blank = readQuery('');
    const one = toggled(blank, '年份', '2024');
    expect(one.filters).toEqual({ 年份: ['2024'] });
    expect(toggled(one, '年份', '2023').filters).toEqual({ 年份: ['2024', '2023'] });
    expect(toggled(one, '年份', '2024')).toEqual(blank);
  });

  it('says in words what was asked', () => {
    expect(sayQuery(readQuery('?q=停车&年份=2024&年份=2023'))).toBe('「停车」，年份为2024或2023');
  });
});
