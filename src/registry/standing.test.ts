import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { deskOf } from '../desk/desk.ts';
import { deskJson, deskText } from '../report/desk.ts';
import { statusList } from '../report/status.ts';
import { exampleFile, exampleOffice } from '../rules/examples/examples.ts';
import { standings, waitingSteps } from './standing.ts';

const TODAY = '2026-11-24';
const UTF8 = new TextEncoder();
const receipt = (day: string) =>
  `- 日期: ${day}\n  事项: 受理\n  登记号: 示数申〔2026〕${Number(day.slice(-2))}号\n  经办: 综合组\n`;

function registry(files: Readonly<Record<string, string>>) {
  return check(
    Object.entries(files).map(([file, text]) => ({ file, bytes: UTF8.encode(text) })),
    { today: TODAY },
  );
}
const filing = exampleFile({ base: '6.2财政', edit: {} }).text;

describe('what waits for whom', () => {
  const result = registry({
    'projects/shili/a.md': filing,
    'projects/shili/b.md': filing,
    'projects/shili/c.md': filing,
    'projects/shili/d.md': exampleFile({ base: '6.1', edit: {} }).text,
    'records/shili/b.yaml': receipt('2026-11-20'),
    'records/shili/c.yaml': receipt('2026-11-14'),
    'records/shili/d.yaml': receipt('2026-11-13'),
  });
  const all = standings(result);

  it('is listed oldest first, with whole days', () => {
    const steps = waitingSteps(all, TODAY).map(({ id, who, what, days }) => [id, who, what, days]);
    expect(steps).toEqual([
      ['shili/a', '办公室', '受理', 264],
      ['shili/c', '办公室', '审核', 10],
      ['shili/b', '办公室', '审核', 4],
    ]);
  });

  it('does not list a plan of the unit for a day to come', () => {
    const planned = all.find(({ id }) => id === 'shili/d');
    expect(planned).toMatchObject({ label: '已备案，已有对接计划', turn: '无' });
    expect(planned?.owed.map(({ planned: day }) => day)).toEqual(['2026-12-31', '2026-12-31']);
  });

  it('counts a filing in the base without any record as waiting for the office', () => {
    expect(all[0]).toMatchObject({ state: '待受理', label: '待办公室受理', since: '2026-03-05', days: 264 });
  });
});

describe('受理 past the limit that the office has set itself', () => {
  const read = (filedOn: string, settings: Readonly<Record<string, string>>) =>
    registry({
      'office.yaml': exampleOffice(settings).text,
      'projects/shili/a.md': exampleFile({ base: '6.1', edit: { 填报日期: filedOn } }).text,
    });
  const limited = (filedOn: string, settings: Readonly<Record<string, string>>) =>
    standings(read(filedOn, settings));

  it('says by how many working days, in status and in the queue', () => {
    const late = limited('2026-11-12', { 受理时限: '5' });
    const words = '已超过 3 个工作日（办公室约定 5 个工作日内受理；2026 年没有节假日表，按周一至周五算）';
    expect(late[0]?.late).toEqual({ over: 3, limit: 5, words });
    expect(waitingSteps(late, TODAY)[0]?.late?.over).toBe(3);
    expect(statusList(late)).toContain(`（已等 12 天），${words}`);
    const desk = deskOf(read('2026-11-12', { 受理时限: '5' }));
    expect(deskText(desk)).toContain(words);
    expect(JSON.parse(deskJson(desk)).waiting[0].late.over).toBe(3);
  });

  it.each([
    ['2026-11-17', { 受理时限: '5' }],
    ['2026-03-05', {}],
  ])('says nothing of %s with %o', (filedOn, settings) => {
    expect(limited(filedOn, settings as Readonly<Record<string, string>>)[0]?.late).toBeUndefined();
  });
});
