import { describe, expect, it } from 'vitest';
import { SAMPLE_HEAD, sampleFile, sampleRegistry } from '../../../tests/support/sample.ts';
import type { CatalogueItem } from './catalogue.ts';
import { barChart } from './chart.ts';
import { apartWords, figuresOf, sayChart } from './figures.ts';
import { buildModel } from './model.ts';

const RECEIVED = ['- 日期: 2025-03-10', '  事项: 受理', '  登记号: 登N号', '  经办: 办公室'];
const BUILT = ['- 日期: 2025-06-10', '  事项: 完工', '  经办: 办公室'];

/** Received filings: the day, the stage written then, and the money. */
function items(...changes: readonly (readonly [string, string, string])[]): readonly CatalogueItem[] {
  return filed(changes.map(([day, stage, amount]) => ({ day, stage, head: [`资金预算: ${amount}`] })));
}

interface Sample {
  readonly day?: string;
  readonly stage?: string;
  readonly head?: readonly string[];
  readonly records?: readonly string[];
}

function filed(samples: readonly Sample[]): readonly CatalogueItem[] {
  const files = samples.flatMap(
    ({ day = '2024-03-05', stage = '已建成', head = [], records = RECEIVED }, index) => {
      const lines = SAMPLE_HEAD.map((line) => line.replace('2024-03-05', day).replace('已建成', stage));
      const log = records.map((line) => line.replace('登N号', `登${index}号`));
      return [
        [`projects/jia/p-${index}.md`, sampleFile([...lines, ...head])],
        ...(log.length > 0 ? [[`records/jia/p-${index}.yaml`, log] as const] : []),
      ] as const;
    },
  );
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

  it('show every phase of today, also those without projects', () => {
    expect(figuresOf(THREE).byPhase.map(({ label, count }) => [label, count])).toEqual([
      ['未开工', 2],
      ['正在建设', 0],
      ['已建成', 1],
      ['已停用', 0],
    ]);
  });

  it('go by the records, not by the stage that the filing named years ago', () => {
    const BEGUN = ['- 日期: 2025-05-10', '  事项: 开工', '  经办: 办公室'];
    const STOPPED = ['- 日期: 2025-09-10', '  事项: 停用', '  说明: 换新', '  经办: 办公室'];
    const stageOf = (stage: string, ...records: readonly string[]) => filed([{ stage, records }])[0];
    expect(stageOf('正在建设', ...RECEIVED)?.phase).toBe('正在建设');
    expect(stageOf('正在建设', ...RECEIVED, ...BUILT)?.phase).toBe('已建成');
    expect(stageOf('正在建设', ...RECEIVED, ...STOPPED)?.phase).toBe('已停用');
    expect(stageOf('新建', ...RECEIVED)?.phase).toBe('未开工');
    expect(stageOf('新建', ...RECEIVED, ...BEGUN)).toMatchObject({ phase: '正在建设', stage: '新建' });
  });

  it('count only what the office has received, and tell the others apart', () => {
    const REFUSED = ['- 日期: 2025-03-10', '  事项: 不予受理', '  说明: 材料不是本单位的', '  经办: 办公室'];
    const all = filed([{}, { records: [] }, { records: REFUSED }]);
    const figures = figuresOf(all);
    expect(figures.count).toBe(1);
    expect(apartWords(figures)).toBe('另有 1 个待受理，1 个不予受理或已撤回，没有计入');
    expect(apartWords(figuresOf(THREE))).toBeUndefined();
  });

  it('tell public money from other money, and say what no source is named for', () => {
    const sources = ['资金来源:', '  - 来源: 区级财政', '    金额: 30', '  - 来源: 社会资金', '    金额: 70'];
    const split = figuresOf(filed([{ head: ['资金预算: 100', ...sources] }, { head: ['资金预算: 5'] }]));
    expect(split.money.map(({ label, amount }) => [label, amount])).toEqual([
      ['财政资金', 30_000_000],
      ['社会资金和自筹', 70_000_000],
      ['来源没有写明', 5_000_000],
    ]);
    expect(split.amount).toBe(105_000_000);
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
    const [none] = filed([{}]).map((item) => ({ ...item, categories: [] }));
    const bars = none ? figuresOf([none]).byCategory : [];
    expect(bars.at(-1)).toMatchObject({ label: '未填', count: 1 });
  });

  it('are nothing for an empty registry', () => {
    expect(figuresOf([])).toMatchObject({ count: 0, amount: 0, byYear: [] });
  });
});

describe('the sentence of a chart', () => {
  it('names the largest part', () => {
    expect(sayChart('目前阶段', figuresOf(THREE).byPhase)).toBe(
      '按目前阶段统计，共 3 个，未开工最多，2 个。',
    );
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
