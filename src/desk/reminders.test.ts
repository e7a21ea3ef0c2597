import { describe, expect, it } from 'vitest';
import { bytes, type Files, filing, soundRegistry } from '../../tests/hostile/registry.ts';
import { check } from '../check.ts';
import { type OpenRequest, remindersOf } from './reminders.ts';

const list = (files: Files) => [...files].map(([file, one]) => ({ file, ...one }));
const checked = (files: Files) =>
  check(list(files), { today: '2026-11-24', similarity: { compare: '不查' } });
const REQUEST: OpenRequest = {
  number: '17',
  title: '路灯 @octocat <img src=x> [通过](https://evil.example)',
  since: '2026-11-02',
  labels: ['待受理'],
};

describe('what is said every night', () => {
  const reminders = remindersOf(checked(soundRegistry()), [REQUEST]);
  const office = reminders.find(({ topic }) => topic === 'office')?.issue;

  it('is one issue for each unit and one for the office, by the same names for ever', () => {
    expect(reminders.map(({ topic }) => topic)).toEqual(['unit-shili', 'unit-linjie', 'office']);
  });

  it('tells the office of its own silence, in working days', () => {
    expect(office?.body).toMatch(/第 17 号「路灯 .*」，已等 1\d 个工作日/);
    expect(office?.title).toMatch(/^办公室：\d+ 件等着办/);
  });

  it('names what has waited longest first: a long list is cut at its end', () => {
    const days = (issue: typeof office): readonly number[] =>
      [...(issue?.body ?? '').matchAll(/：.*已等 (\d+) 个工作日/g)].map(([, count]) => Number(count));
    const files = soundRegistry();
    for (const [name, day] of [
      ['aa-b2c3', '2026-11-20'],
      ['bb-c3d4', '2026-10-20'],
    ])
      files.set(`projects/shili/${name}.md`, {
        bytes: bytes(filing({ 项目名称: `示例${name}`, 填报日期: day ?? '' })),
      });
    const found = days(remindersOf(checked(files), []).find(({ topic }) => topic === 'office')?.issue);
    expect(new Set(found).size).toBeGreaterThan(1);
    expect(found).toEqual([...found].sort((a, b) => b - a));
  });

  it('brings no mark of a stranger along', () => {
    expect(office?.body).not.toMatch(/@octocat|<img|\]\(/);
  });

  it('says nothing of a request that waits for the unit', () => {
    const waiting = remindersOf(checked(soundRegistry()), [{ ...REQUEST, labels: ['待补正'] }]);
    expect(JSON.stringify(waiting)).not.toContain('第 17 号');
  });

  it('closes the issue of whoever owes nothing', () => {
    const files = new Map([...soundRegistry()].filter(([file]) => !/^(projects|records)\//.test(file)));
    expect(remindersOf(checked(files), []).map(({ issue }) => issue)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
