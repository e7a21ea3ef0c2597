import { describe, expect, it } from 'vitest';
import { SAMPLE_HEAD, sampleFile, sampleRegistry } from '../../../tests/support/sample.ts';
import type { CatalogueItem } from './catalogue.ts';
import { barChart } from './chart.ts';
import { figuresOf, sayChart } from './figures.ts';
import { buildModel } from './model.ts';

function items(...changes: readonly (readonly [string, string, string])[]): readonly CatalogueItem[] {
  const files = changes.map(([day, stage, amount], index) => {
    const head = SAMPLE_HEAD.map((line) => line.replace('2024-03-05', day).replace('已建成', stage));
    return [`projects/jia/p-${index}.md`, sampleFile([...head, `资金预算: ${amount}`])] as const;
  });
  return buildModel(sampleRegistry(Object.fromEntries(files))).items;
}

const THREE = items(
  ['2021-05-01', '已建成', '10.1'],
  ['2023-05-01', '新建', '20.2'],
  ['2023-06-01', '新建', '30.3'],
);

describe('figures', () => {
  it('count and add up exactly', () => {
    const figures = figuresOf(THREE);
    expect([figures.count, figures.amount, figures.units, figures.withAmount]).toEqual([3, 60_600_000, 1, 3]);
  });

  it('show every stage, also those without projects', () => {
    expect(figuresOf(THREE).byStage.map(({ label, count }) => [label, count])).toEqual([
      ['已建成', 1],
      ['正在建设', 0],
      ['新建', 2],
    ]);
  });

  it('leave no gap between the years', () => {
    expect(figuresOf(THREE).byYear.map(({ label, count }) => [label, count])).toEqual([
      ['2021', 1],
      ['2022', 0],
      ['2023', 2],
    ]);
  });

  it('count a project once, under its first category, and an unknown value as 未填', () => {
    expect(figuresOf(THREE).byCategory.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const bars = figuresOf(items(['2021-05-01', '不知道', '1'])).byStage;
    expect(bars.at(-1)).toMatchObject({ label: '未填', count: 1 });
  });

  it('are nothing for an empty registry', () => {
    expect(figuresOf([])).toMatchObject({ count: 0, amount: 0, byYear: [] });
  });
});

describe('the sentence of a chart', () => {
  it('names the largest part', () => {
    expect(sayChart('建设阶段', figuresOf(THREE).byStage)).toBe('按建设阶段统计，共 3 个，新建最多，2 个。');
  });

  it('names equals together, and says when there is nothing', () => {
    const bars = [
      { label: '甲', count: 2, amount: 0 },
      { label: '乙', count: 2, amount: 0 },
    ];
    expect(sayChart('类别', bars)).toBe('按类别统计，共 4 个，甲、乙最多，各 2 个。');
    expect(sayChart('类别', [])).toBe('按类别统计，还没有项目。');
  });
});

describe('the drawing', () => {
  it('gives the longest bar the full width, an empty one none, and escapes labels', () => {
    const svg = barChart([
      { label: '甲<', count: 4, amount: 0 },
      { label: '乙', count: 2, amount: 0 },
      { label: '丙', count: 0, amount: 0 },
    ]);
    expect([...svg.matchAll(/<rect[^>]* width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      204, 102,
    ]);
    expect(svg).toContain('甲&lt;');
    expect(svg).not.toContain('style=');
  });
});
