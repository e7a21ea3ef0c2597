import { describe, expect, it } from 'vitest';
import { atMost, type Finding, findingOf, listFindings, type Problem } from './finding.ts';

const PROBLEM: Problem = {
  rule: 'a',
  severity: 'error',
  path: ['资金来源', 1, '金额'],
  message: '金额：没有写。',
  fix: '写上',
  article: '附件1',
};
const LATER: Problem = { ...PROBLEM, since: '2027-01-01' };
const at = (line: number, rule = 'a', severity: Finding['severity'] = 'error'): Finding =>
  findingOf('x.md', { ...PROBLEM, rule, severity, at: { line, column: 1 } });

describe('findingOf', () => {
  it('takes the place of the problem, else that of its path, else the beginning', () => {
    const locate = () => ({ line: 7, column: 3 });
    expect(findingOf('x.md', { ...PROBLEM, at: { line: 2, column: 4 } }, locate)).toMatchObject({ line: 2 });
    expect(findingOf('x.md', PROBLEM, locate)).toMatchObject({ line: 7, column: 3 });
    expect(findingOf('x.md', PROBLEM)).toMatchObject({ line: 1, column: 1, field: '资金来源[2].金额' });
  });

  it.each([
    ['the day before', LATER, '2026-12-31', '2027-01-01'],
    ['the very day', LATER, '2027-01-01', undefined],
    ['no readable day', LATER, undefined, undefined],
    ['a rule that has always held', PROBLEM, '2020-01-01', undefined],
  ])('calls it older debt by the day of filing: %s', (_, problem, filedOn, since) => {
    expect(findingOf('x.md', problem, undefined, filedOn).since).toBe(since);
  });
});

describe('what is listed', () => {
  it('is all of a kind up to fifty, then the last says how many more there are', () => {
    const many = Array.from({ length: 83 }, (_, index) => at(83 - index));
    expect(listFindings(many.slice(0, 50)).some(({ message }) => message.includes('还有'))).toBe(false);
    const listed = listFindings(many);
    expect(listed.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(listed.at(-1)?.message).toBe('金额：没有写。这一类共 83 处，列出前 50 处，改好这些再核对一次。');
  });

  it('hides no other rule and no other weight of the same rule', () => {
    const many = Array.from({ length: 70 }, (_, index) => at(index + 1, 'a', 'warning'));
    const listed = listFindings([...many, at(90), at(91, 'b')]);
    expect(listed.slice(-2).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['a', 'error'],
      ['b', 'error'],
    ]);
  });

  it('is looked at no further than that', () => {
    let looked = 0;
    atMost(Array(1000).fill(0), () => ({ message: String(looked++) }));
    expect(looked).toBe(50);
  });
});
