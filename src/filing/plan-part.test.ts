import { expect, it } from 'vitest';
import { partOfPlan } from './plan-part.ts';

const PLAN = `智慧停车实施方案

一、项目概况
车位少。

二、建设内容：
（一）停车诱导
建设诱导屏。
1. 屏幕
（二）错时预约
开放单位车位。

三、组织保障
成立专班。

四、投资估算
80 万元。`;

it('ends where the next chapter of its kind begins, whatever that is called', () => {
  expect(partOfPlan(PLAN, '建设内容')).toBe(
    '（一）停车诱导\n建设诱导屏。\n1. 屏幕\n（二）错时预约\n开放单位车位。',
  );
  expect(partOfPlan(PLAN, '项目概况')).toBe('车位少。');
  expect(partOfPlan(PLAN, '投资估算')).toBe('80 万元。');
});

it('is nothing where the plan does not have the heading, or has nothing under it', () => {
  expect(partOfPlan(PLAN, '建设规模')).toBeUndefined();
  expect(partOfPlan('一、建设规模\n二、建设内容\n甲', '建设规模')).toBeUndefined();
  expect(partOfPlan('只有一段建设内容的话。', '建设内容')).toBeUndefined();
});

it('takes a sentence with a number for what it is', () => {
  expect(partOfPlan('一、项目概况\n甲\n二、建设内容\n乙\n三、四个街道都建。\n丙', '建设内容')).toBe(
    '乙\n三、四个街道都建。\n丙',
  );
});
