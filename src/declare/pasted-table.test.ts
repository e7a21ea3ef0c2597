import { expect, it } from 'vitest';
import { isTable, pastedTable } from './pasted-table.ts';

it('reads rows and cells as Excel copies them, without blank rows and 序号', () => {
  expect(pastedTable('井盖感知\t260 套\r\n积水监测\t8 处\r\n\r\n')).toEqual([
    ['井盖感知', '260 套'],
    ['积水监测', '8 处'],
  ]);
  expect(pastedTable('1\t井盖感知\n2\t积水监测')).toEqual([['井盖感知'], ['积水监测']]);
  expect(pastedTable('名称\t"第一行\n第二行 ""引号"""\n')).toEqual([['名称', '第一行\n第二行 "引号"']]);
});

it('keeps numbers that are no 序号, and a lone row as it is', () => {
  expect(pastedTable('区级财政\t60\n社会资金\t40')).toEqual([
    ['区级财政', '60'],
    ['社会资金', '40'],
  ]);
  expect(pastedTable('1\t井盖感知')).toEqual([['1', '井盖感知']]);
});

it('takes lines for rows only where a box has one line', () => {
  expect(isTable('一行\n两行', false)).toBe(false);
  expect(isTable('一行\n两行', true)).toBe(true);
  expect(isTable('一行\n', true)).toBe(false);
  expect(isTable('甲\t乙', false)).toBe(true);
});
