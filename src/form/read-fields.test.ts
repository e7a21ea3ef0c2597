import { describe, expect, it } from 'vitest';
import { choice, choices, list, money, optionalPart, part, record, text, textList } from './kinds.ts';
import { type Readable, readFields } from './read-fields.ts';
import { readTyped, readValue } from './read-value.ts';

const TYPE = choice(['企业', '个人']);
const LEAD = record({
  type: part('类型', TYPE),
  name: part('名称', text(5)),
  note: optionalPart('说明', text()),
});
const FIELDS: readonly Readable[] = [
  { key: 'name', label: '名称', need: '必填', type: text(5) },
  { key: 'lead', label: '牵头主体', need: '选填', type: LEAD },
  { key: 'words', label: '技术', type: textList() },
  { key: 'sources', label: '资金来源', need: '必填', type: list(record({ amount: part('金额', money()) })) },
];

function issuesOf(written: Readonly<Record<string, unknown>>, damaged: readonly string[] = []): unknown[] {
  const { issues } = readFields(FIELDS, written, new Set(damaged));
  return issues.map(({ kind, path }) => [kind, path.join('.')]);
}

describe('the reader by dictionary', () => {
  it('renames labels to keys and reads each value by its kind', () => {
    const written = { 名称: '甲', 牵头主体: { 类型: '企业', 名称: '乙' }, 资金来源: [{ 金额: '3.5' }] };
    expect(readFields(FIELDS, written)).toEqual({
      values: { name: '甲', lead: { type: '企业', name: '乙' }, sources: [{ amount: 3_500_000 }] },
      unreadable: new Set(),
      issues: [],
    });
  });

  it('tells apart what is missing, unreadable and unknown, in fields and in their parts', () => {
    const lead = { 类型: '公司', 别名: '乙' };
    expect(
      issuesOf({ 牵头主体: lead, 资金来源: [{}, { 金额: '三万' }], 无此栏: '1', __proto__: null }),
    ).toEqual([
      ['missing', '名称'],
      ['invalid', '牵头主体.类型'],
      ['part-missing', '牵头主体.名称'],
      ['part-unknown', '牵头主体'],
      ['part-missing', '资金来源.0.金额'],
      ['invalid', '资金来源.1.金额'],
      ['unknown', '无此栏'],
    ]);
  });

  it('takes an item of a list typed on one line for unreadable, not for missing', () => {
    expect(issuesOf({ 名称: '甲', 资金来源: [], 技术: `云、${'长'.repeat(101)}` })).toEqual([
      ['invalid', '技术.1'],
    ]);
  });

  it('keeps what is sound beside what is not', () => {
    const { values, unreadable } = readFields(FIELDS, { 名称: '甲', 资金来源: '三万' });
    expect([values, unreadable]).toEqual([{ name: '甲' }, new Set(['sources'])]);
  });

  it('says nothing about what is missing where a line was lost, and counts it as unreadable', () => {
    expect(issuesOf({ 牵头主体: { 类型: '公司' } }, ['名称', '牵头主体', '资金来源'])).toEqual([
      ['invalid', '牵头主体.类型'],
    ]);
    const { values, unreadable } = readFields(FIELDS, { 名称: '甲', 资金来源: [] }, new Set(['名称']));
    expect([values, unreadable]).toEqual([{ name: '甲', sources: [] }, new Set(['name'])]);
  });

  it('speaks Chinese about parts that do not exist', () => {
    const [issue] = readValue(LEAD, { 类型: '企业', 名称: '乙', 别名: '丙', alias: '丁' }).issues;
    expect(issue).toMatchObject({ message: '没有「别名」「alias」这一小项', unknown: ['别名', 'alias'] });
  });
});

describe('what a person typed', () => {
  it.each([
    ['is put right where it is plain what was meant', money(), ' ３２０万元', '320', 320_000_000],
    [
      'is put right item by item in a list',
      choices(['新建', '备案']),
      '新建项目、备案',
      '新建、备案',
      ['新建', '备案'],
    ],
    ['is left as it is when it is sound', text(), ' 甲 ', ' 甲 ', '甲'],
  ])('%s', (_, type, typed, written, value) => {
    expect(readTyped(type, typed)).toEqual({ text: written, value, issues: [] });
  });

  it('is left as it is when a part of it cannot be put right', () => {
    const read = readTyped(choices(['新建', '备案']), '新建项目、拆除');
    expect(read).toMatchObject({ text: '新建项目、拆除', issues: [{ path: [0] }, { path: [1] }] });
  });
});
