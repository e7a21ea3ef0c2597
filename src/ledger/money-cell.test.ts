import { describe, expect, it } from 'vitest';
import { oneOf, readMoney } from './money-cell.ts';

const said = (text: string) => {
  const read = readMoney({ text });
  return read.kind === 'amounts' ? read.amounts.map(({ value, factor }) => [value, factor]) : read.kind;
};

describe('readMoney', () => {
  it.each([
    ['320', [[320, undefined]]],
    ['1,200.50', [[1200.5, undefined]]],
    ['65.000000', [[65, undefined]]],
    ['1.2E+02', [[120, undefined]]],
    ['19（社保卡资金）', [[19, undefined]]],
    ['600(200)', [[600, undefined]]],
    ['31.9万', [[31.9, 1]]],
    ['2689920元/四年', [[268.992, 1]]],
    ['限价：约370000元', [[37, 1]]],
    ['限价（元） 1870000', [[1870000, 0.0001]]],
    ['人民币17,502,246元', [[1750.2246, 1]]],
    ['三百二十万元', [[320, 1]]],
    // A pledge is no part of what the project costs.
    ['最高限价180万元，投标保证金2万元', [[180, 1]]],
    ['投标保证金：人民币20000元；预算180万元', [[180, 1]]],
    [
      '844.5万元；164.4万元；23万元',
      [
        [844.5, 1],
        [164.4, 1],
        [23, 1],
      ],
    ],
    ['2000万平方米', 'unreadable'],
    ['120-150万元', 'unreadable'],
    ['若干', 'unreadable'],
    ['是', 'unreadable'],
    ['合同金额待定', 'unknown'],
    ['0.0001', 'unknown'],
    ['0', 'unknown'],
    ['/', 'unknown'],
    ['免费', 'unknown'],
    ['', 'blank'],
  ])('%s', (text, amounts) => {
    expect(said(text)).toEqual(amounts);
  });

  it('counts a cell that could not be calculated as unreadable, not as blank', () => {
    expect(readMoney({ text: '', fault: '是「#REF!」' }).kind).toBe('unreadable');
  });
});

describe('oneOf', () => {
  it.each([
    [[87, 6, 81], 87, true],
    [[215, 110, 105], 215, true],
    [[844.5, 164.4, 23], 844.5, false],
    [[67970, 158.983, 145.856], 158.983, false],
    [[30, 30], 30, true],
  ])('%j is %d', (sums, value, sure) => {
    expect(oneOf(sums)).toEqual({ value, sure });
  });
});
