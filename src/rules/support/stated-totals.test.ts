import { describe, expect, it } from 'vitest';
import { parseWan, wanPlain } from '../../form/money.ts';
import { agrees, statedSum, statedTotals } from './stated-totals.ts';

const named = (text: string): readonly string[] => statedTotals(text).map(({ fen }) => wanPlain(fen));
const fits = (text: string, budget: string): readonly boolean[] =>
  statedTotals(text).map((total) => agrees(total, parseWan(budget) ?? 0));

describe('the totals that a text names', () => {
  it.each([
    '工程总投资估算为 380.00 万元。',
    '本项目总投资约380万元。',
    '总投资３８０万元，分两期建设。',
    '项目总投资：人民币叁佰捌拾万元整',
    '投资总额为三百八十万元',
    '总投资（含税）为 3,800,000 元',
    '总投资额共计 0.038 亿元',
    '资金预算（万元）：380',
    '| 总投资 | 380 万元 |',
    '计划投资 380 万元左右',
    '共需资金 380 万',
    '一期总投资 500 万元，已建成。本期总投资 380 万元。',
    '一期已建成；本项目为二期，总投资 380 万元',
    '2025年立项，总投资 380 万元',
  ])('%s: 380', (text) => {
    expect(named(text)).toEqual(['380']);
  });

  it.each([
    '一期总投资 500 万元，已于2023年建成。',
    '一期工程2023年建成，总投资 500 万元。',
    '前期总投资 500 万元',
    '首期项目预算500万元',
    '第一期投资总额 500 万元',
    '年度资金预算 100 万元',
    '2026年度项目预算 100 万元',
    '2026年资金预算100万元',
    '每年项目预算 20 万元',
    '累计总投资 500 万元',
    '已完成总投资 200 万元',
    '软件总投资 120 万元，设备总投资 180 万元',
    '原有系统建于2015年，总投资 80 万元',
    '总投资的 60% 由区级财政承担，即 192 万元',
    '总投资效益比 3，惠及 380 万人次',
    '计划投资 380 套终端',
    '省级平台总投资 5000 万元，已经建成',
  ])('%s: none of this project', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['总投资约 320 万元', '320.456', true],
    ['总投资大约 320 万元', '318.2', true],
    ['总投资约 300 万元', '320.456', true],
    ['总投资 1.5 亿元左右', '14860', true],
    ['总投资约 380 万元', '320', false],
    ['总投资约 330 万元', '320', false],
    ['总投资 300 余万元', '320', true],
    ['总投资三百多万元', '320', true],
    ['总投资 300 余万元', '420', false],
    ['总投资不超过 400 万元', '320', true],
    ['总投资控制在 400 万元以内', '320', true],
    ['总投资不超过 300 万元', '320', false],
    ['总投资 320 万元', '320.456', false],
    ['总投资 1.5 亿元', '15000', true],
  ])('「%s」 beside %s: %s', (text, budget, expected) => {
    expect(fits(text, budget)).toEqual([expected]);
  });

  it('has the sum that ends a list, and no sum in the middle of one', () => {
    const sum = (text: string) => wanPlain(statedSum(text)?.fen ?? 0);
    expect(sum('软件 120 万元，终端 180 万元，安装 80 万元，合计 380 万元。')).toBe('380');
    expect(sum('软件120万元；终端260万元。\n总计：叁佰捌拾万元整')).toBe('380');
    expect(statedSum('软件 120 万元，终端 180 万元，合计 300 万元，另有预备费 20 万元。')).toBeUndefined();
    expect(statedSum('每年合计节约 50 万元')).toBeUndefined();
  });
});
