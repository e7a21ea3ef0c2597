import { describe, expect, it } from 'vitest';
import { SAMPLE_HEAD, sampleFile, sampleRegistry } from '../../../tests/support/sample.ts';
import { searchRecords } from '../build/search-records.ts';
import { fillFacets } from './facet-values.ts';
import { buildModel } from './model.ts';
import { rowHtml } from './rows.ts';

const named = (name: string, day: string): string[] =>
  SAMPLE_HEAD.map((line) => line.replace('停车诱导系统', name).replace('2024-03-05', day));
const reference = (name: string, region: string, content = '采集和派遣。'): string[] =>
  sampleFile(
    [
      `名称: ${name}`,
      '单位: 某局',
      `地区: ${region}`,
      '层级: 外地',
      '来源: https://www.example.cn/',
      '未核实: true',
    ],
    content === '' ? [] : ['', '## 建设内容', '', content],
  );

const REGISTRY = sampleRegistry({
  'projects/jia/alt-aaaa.md': sampleFile(named('旧项目', '2021-05-01')),
  'projects/jia/neu-bbbb.md': sampleFile(
    [
      ...named('新项目 <b>', '2025-05-01'),
      '资金预算: 320.5',
      '以后需财政付费: 是',
      '功能清单:',
      '  - 名称: 车位预约',
      '演示: true',
    ],
    ['', '## 建设内容', '', '接入 64 处停车场。'],
  ),
  'projects/wu/leer-cccc.md': sampleFile(['项目名称: 没有日期']),
  'references/a.md': reference('甲平台', '陕西/西安'),
  'references/b.md': reference('乙平台', '山西'),
  'references/c.md': reference('丙平台', '山西', ''),
});
const MODEL = buildModel(REGISTRY);

describe('the model of the pages', () => {
  it('lists filings newest first, then references', () => {
    expect(MODEL.items.map(({ name }) => name)).toEqual([
      '新项目 <b>',
      '旧项目',
      '没有日期',
      '甲平台',
      '乙平台',
      '丙平台',
    ]);
  });

  it('shows a folder that the unit list lacks by its code', () => {
    expect(MODEL.units.map(({ code, name, projects }) => [code, name, projects.length])).toEqual([
      ['jia', '甲街道办事处', 2],
      ['wu', 'wu', 1],
    ]);
  });

  it('keeps what could be read of an entry with errors, and its findings', () => {
    const broken = MODEL.projects.find(({ item }) => item.name === '没有日期');
    expect(broken?.item.year).toBeUndefined();
    expect(broken?.findings.length).toBeGreaterThan(0);
  });
});

describe('a catalogue row', () => {
  it('escapes what people wrote and marks demonstrations', () => {
    const [item] = MODEL.items;
    const row = item ? rowHtml(item) : '';
    expect(row).toContain('>新项目 &lt;b&gt;</a> <span class="tag tag-wait">演示</span>');
    expect(row).toContain('<td class="num" data-label="金额（万元）">320.50</td>');
    expect(row).toContain('href="/projects/jia/neu-bbbb/"');
  });

  it('marks references and what was not verified', () => {
    const item = MODEL.items.find(({ name }) => name === '甲平台');
    const row = item ? rowHtml(item) : '';
    expect(row).toContain('<span class="tag">参考</span> <span class="tag">未核实</span>');
  });
});

describe('facets', () => {
  const facets = fillFacets(MODEL.items);
  const valuesOf = (label: string): (string | number)[][] =>
    facets.find((facet) => facet.label === label)?.values.map(({ value, items }) => [value, items.length]) ??
    [];

  it('count every value that occurs, in the form’s order, years from the newest', () => {
    expect(valuesOf('类型')).toEqual([
      ['登记项目', 3],
      ['参考项目', 2],
      ['只有名称的参考', 1],
    ]);
    expect(valuesOf('项目类别')).toEqual([
      ['便民服务类', 2],
      ['社会治理类', 2],
    ]);
    expect(valuesOf('年份')).toEqual([
      ['2025', 1],
      ['2021', 1],
    ]);
  });

  it('leave what is known by name only out of every list but its own', () => {
    expect(valuesOf('地区')).toEqual([
      ['山西', 1],
      ['陕西', 1],
    ]);
  });

  it('know where the money comes from and how much it is', () => {
    expect(valuesOf('金额')).toEqual([['300 万至 1000 万元', 1]]);
  });

  it('tell values apart that sound alike', () => {
    const slugs = facets.find(({ label }) => label === '地区')?.values.map(({ slug }) => slug) ?? [];
    expect(slugs).toHaveLength(2);
    expect(new Set(slugs).size).toBe(2);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+$/);
  });

  it('leave out a facet without any value', () => {
    expect(fillFacets([]).map(({ label }) => label)).toEqual([]);
  });
});

describe('search records', () => {
  const records = searchRecords(REGISTRY);

  it('stand in the catalogue’s order with its addresses', () => {
    expect(records.map(({ url }) => url)).toEqual(MODEL.items.map(({ path }) => path));
  });

  it('carry functions and content as text, and the facets as filters', () => {
    const [first] = records;
    expect(first?.text).toContain('车位预约');
    expect(first?.text).toContain('接入 64 处停车场。');
    expect(first?.filters).toMatchObject({
      类型: ['登记项目'],
      单位: ['甲街道办事处'],
      年份: ['2025'],
      是否财政: ['使用财政资金'],
    });
    expect(first?.sort).toEqual({ 日期: '20250501', 金额: '320.5' });
    expect(first?.meta).toMatchObject({ amount: '320.50', marks: '演示' });
  });

  it('sort by nothing that is unknown', () => {
    expect(records.find(({ title }) => title === '没有日期')?.sort).toEqual({});
  });
});
