import { describe, expect, it } from 'vitest';
import { isDay } from '../form/dates.ts';
import { REGULATION } from '../regulation/index.ts';
import { CATALOGUE, problem, problemAt } from './catalogue.ts';
import { RULE_DOCS } from './support/docs.ts';

describe('every rule', () => {
  it('says from which day it holds, the day of the regulation or a later one', () => {
    for (const { id, since } of RULE_DOCS) {
      expect(isDay(since), id).toBe(true);
      expect(since >= REGULATION.date, id).toBe(true);
    }
  });

  it('is in one place only', () => {
    expect(RULE_DOCS.filter(({ kind }) => kind !== '办法').map(({ id }) => id)).toEqual(
      Object.keys(CATALOGUE),
    );
  });
});

describe('a problem', () => {
  it('takes from its rule what it does not say', () => {
    const { severity, fix, article } = problem('field-expected', ['功能清单'], '功能清单：还没有填。');
    expect([severity, fix, article]).toEqual(['judgement', CATALOGUE['field-expected'].fix, '附件1、附件2']);
  });

  it.each([
    ['a clause', 'record-transition', '审核：还没有受理', '审核：还没有受理（第六条）'],
    ['the rights in the registry', 'change-office-only', '不能改', '不能改（登记库的权限）'],
    ['nothing, for how a file is written', 'record-number-unique', '登记号：重了', '登记号：重了。'],
  ] as const)('cites %s behind its message', (_, id, said, message) => {
    expect(problem(id, [], said).message).toBe(message);
  });

  it('cites a closer clause where there is one', () => {
    const { article, message } = problem('field-missing', ['名称'], '名称：没有写。', { clause: 'art5' });
    expect([article, message]).toEqual(['第五条', '名称：没有写。（第五条）']);
  });

  it('carries a day only where that is later than the regulation', () => {
    expect(problem('field-missing', [], '没有写').since).toBeUndefined();
    expect(problem('field-missing', [], '没有写', { since: '2027-01-01' }).since).toBe('2027-01-01');
  });

  it('at a place says what its rule says, when nothing else is said', () => {
    const { message, at } = problemAt('parse-tab', { line: 4, column: 1 });
    expect([message, at?.line]).toEqual(['缩进用空格：用制表符（Tab）缩进的行读不出来。', 4]);
  });
});
