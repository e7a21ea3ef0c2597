import { describe, expect, it } from 'vitest';
import { applyFilters, countFilters, sortBy, toFilterColumns, toSortColumns } from './facets.ts';

const records = [
  { filters: { 类别: ['政务'], 年份: ['2020'] }, sort: { 金额: '100', 名称: '乙' } },
  { filters: { 类别: ['政务', '便民'], 年份: ['2021'] }, sort: { 金额: '20.5', 名称: '丙' } },
  { filters: { 类别: ['便民'], 年份: ['2021'] }, sort: { 名称: '甲' } },
  { filters: { 年份: ['2022'] }, sort: { 金额: '', 名称: '丙' } },
] satisfies { filters: Record<string, string[]>; sort: Record<string, string> }[];
const columns = toFilterColumns(records);
const sorts = toSortColumns(records);
const all = [0, 1, 2, 3];

describe('facets', () => {
  it.each([
    [{}, [0, 1, 2, 3]],
    [{ 类别: [] }, [0, 1, 2, 3]],
    [{ 类别: ['便民'] }, [1, 2]],
    [{ 类别: ['政务', '便民'] }, [0, 1, 2]],
    [{ 类别: ['政务'], 年份: ['2021', '2022'] }, [1]],
    [{ 类别: ['没有'] }, []],
    [{ 没有: ['政务'] }, []],
  ])('keep for %j the records %j', (chosen, expected) => {
    expect(applyFilters(columns, all, chosen)).toEqual(expected);
  });

  it('count what choosing each value would list', () => {
    const chosen = { 类别: ['便民'] };
    const counts = countFilters(columns, all, chosen);
    expect(counts).toEqual({ 类别: { 政务: 2, 便民: 2 }, 年份: { 2020: 0, 2021: 2, 2022: 0 } });
    for (const [year, count] of Object.entries(counts.年份 ?? {})) {
      expect(applyFilters(columns, all, { ...chosen, 年份: [year] })).toHaveLength(count);
    }
  });

  it('count a value once for a record that names it twice', () => {
    const twice = toFilterColumns([{ filters: { 类别: ['政务', '政务'] } }]);
    expect(countFilters(twice, [0], {})).toEqual({ 类别: { 政务: 1 } });
  });

  it.each([
    ['金额', 'asc', [1, 0, 2, 3]],
    ['金额', 'desc', [0, 1, 2, 3]],
    ['名称', 'asc', [1, 3, 2, 0]],
  ] as const)('sort by %s %s, with missing values last', (key, direction, expected) => {
    expect(sortBy(sorts[key] ?? [], all, direction)).toEqual(expected);
  });
});
