import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { deskByUnit, deskText, reminders } from '../report/desk.ts';
import { exampleFile, exampleOffice } from '../rules/examples/examples.ts';
import { deskOf } from './desk.ts';
import { phoneWords, waitedWords } from './words.ts';

const TODAY = '2026-10-12';
const UNITS = `jia:\n  名称: 示例街道办事处（甲）\n  类型: 街道办事处\n  办公电话: '0371-60000000'\nyi:\n  名称: 示例区直单位（乙）\n  类型: 区直单位\n`;
const HOLIDAYS =
  "节假日:\n  - 年份: 2026\n    放假: 2026-10-01至2026-10-07\n    上班: '2026-10-10'\n办公电话: '0371-61111111'\n";
const received = (day: string, number: number) =>
  `- 日期: ${day}\n  事项: 受理\n  登记号: 示数申〔2026〕${number}号\n  经办: 综合组\n`;
const asked = (day: string) =>
  `- 日期: ${day}\n  事项: 补正\n  结论: 要求补正\n  说明: 补充运维费用测算。\n  经办: 综合组\n`;

function desk(settings: Readonly<Record<string, string>> = {}) {
  const filing = exampleFile({ base: '6.2财政', edit: { 填报日期: '2026-09-20' } }).text;
  const files = {
    'office.yaml': `${exampleOffice(settings).text}${HOLIDAYS}`,
    'units.yaml': UNITS,
    'projects/jia/a.md': filing,
    'projects/jia/b.md': filing,
    'projects/yi/c.md': filing,
    'records/jia/a.yaml': `${received('2026-09-22', 1)}${asked('2026-09-30')}`,
    'records/yi/c.yaml': `${received('2026-09-22', 3)}${asked('2026-10-09')}`,
  };
  const bytes = Object.entries(files).map(([file, text]) => ({
    file,
    bytes: new TextEncoder().encode(text),
  }));
  const result = check(bytes, { today: TODAY, similarity: { compare: '不查' } });
  return { ...deskOf(result), office: result.office };
}

describe('the desk', () => {
  it('counts working days by the table of holidays, days worked in exchange too', () => {
    const task = desk().tasks.find(({ id }) => id === 'jia/a');
    // From 30 September: the 8th, 9th, the Saturday 10th and Monday the 12th.
    expect([task?.what, task?.workingDays, task?.days]).toEqual(['补正', 4, 12]);
    expect(desk().untabled).toEqual([]);
  });

  it('tells a limit of the office, never one of the regulation', () => {
    const waiting = (settings: Readonly<Record<string, string>>) => {
      const task = desk(settings).tasks.find(({ id }) => id === 'jia/a');
      return task && waitedWords(task);
    };
    expect(waiting({})).toBe('已等 4 个工作日');
    expect(waiting({ 补正时限: '10' })).toBe('已等 4 个工作日（约定 10 个工作日）');
    expect(waiting({ 补正时限: '3' })).toBe('已等 4 个工作日，超过约定的 3 个工作日');
  });

  it('names whom to call: the unit, or through the office', () => {
    expect(desk().units.map(({ name, phone }) => [name, phone])).toEqual([
      ['示例街道办事处（甲）', '0371-60000000'],
      ['示例区直单位（乙）', undefined],
    ]);
    expect(phoneWords(undefined, { phone: '0371-61111111' })).toBe('由办公室转（0371-61111111）');
    expect(phoneWords(undefined)).toBe('由办公室转');
    const { office } = desk();
    expect(deskByUnit(desk(), office)).toContain(
      '示例区直单位（乙）　电话 由办公室转（0371-61111111）（1 件）',
    );
  });

  it('writes a reminder for each unit that can be sent as it is', () => {
    const { office } = desk();
    const [first = '', second = ''] = reminders(desk(), office).split('\n\n----\n\n');
    expect(first.split('\n')[0]).toBe('示例街道办事处（甲）：');
    expect(first).toContain('有 1 件事等着办');
    expect(first).toContain('（示数申〔2026〕1号）：补正：补充运维费用测算，2026年9月30日起已等 4 个工作日');
    expect(first.endsWith('，电话 0371-61111111')).toBe(true);
    expect(second).toContain('示例区直单位（乙）：');
    expect(second).not.toContain('甲');
  });

  // 22 September to the 30th is 6, to 9 October 8.
  it('tells how long each step took so far', () => {
    expect(desk().times.map(({ state, count, median }) => [state, count, median])).toEqual([
      ['待受理', 2, 2],
      ['待审核', 2, 7],
    ]);
    expect(deskText(desk())).toContain('等办公室办（1 件）');
  });
});
