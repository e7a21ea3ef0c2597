import { describe, expect, it } from 'vitest';
import { RULE_DOCS } from '../rules/support/docs.ts';
import type { Finding } from '../text/finding.ts';
import { type Format, REPORTS, underFolder } from './index.ts';

const FINDINGS: readonly Finding[] = [
  {
    rule: 'annex-total-is-sum',
    severity: 'error',
    file: 'projects/shili/x.md',
    line: 3,
    column: 7,
    field: '资金预算',
    message: '资金预算：写的是 300.00 万元，资金来源合计 320.00 万元（附件1（申请表））',
    article: '附件1（申请表）',
    fix: '改成「资金预算: 320」\n或补上来源',
  },
  {
    rule: 'art5-reuse-stated',
    severity: 'judgement',
    file: 'projects/shili/x.md',
    line: 1,
    column: 1,
    field: '利旧情况',
    message: '利旧情况：没有写',
    article: '第五条',
    fix: '填写',
  },
];
const RESULT = { checked: 1, findings: FINDINGS };
const LINES = ['---', '表式: 申请表', '资金预算: 300'];
const report = (format: Format, findings = FINDINGS): string =>
  REPORTS[format]({ checked: 1, findings }, () => LINES);

describe('reports', () => {
  it.each(Object.keys(REPORTS) as Format[])('%s shows all findings', (format) => {
    expect(report(format)).toMatchSnapshot();
  });

  it.each(Object.keys(REPORTS) as Format[])('%s is valid for no findings at all', (format) => {
    const text = REPORTS[format]({ checked: 0, findings: [] }, () => undefined);
    if (format === 'json' || format === 'sarif') expect(() => JSON.parse(text)).not.toThrow();
    expect(text).not.toContain('undefined');
  });

  it('names files as the reader sees them', () => {
    expect(underFolder(RESULT, 'registry').findings[0]?.file).toBe('registry/projects/shili/x.md');
  });

  it('lets no text of a file start a command of the workflow', () => {
    const hostile = { ...FINDINGS[0], message: '甲\n::error::乙%0A', file: 'a,line=9::b.md' } as Finding;
    const text = report('github', [hostile]);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toContain('file=a%2Cline=9%3A%3Ab.md,line=3');
    expect(text).toContain('甲%0A::error::乙%250A');
  });

  it('lets no text of a file become markup or a mention', () => {
    const hostile = { ...FINDINGS[0], message: '<img src=x> [a](http://b) @all | `c` #1' } as Finding;
    const text = report('markdown', [hostile]);
    for (const mark of ['<img', '](', '@all', '`c`', 'http://', '#1 |']) expect(text).not.toContain(mark);
  });

  it('gives every SARIF result a rule with its words', () => {
    const log = JSON.parse(report('sarif'));
    const ids = log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(log.runs[0].results.map(({ ruleIndex }: { ruleIndex: number }) => ids[ruleIndex])).toEqual(
      FINDINGS.map(({ rule }) => rule),
    );
  });
});

describe('rule pages', () => {
  it('have unique ids, and every text filled in', () => {
    expect(new Set(RULE_DOCS.map(({ id }) => id)).size).toBe(RULE_DOCS.length);
    for (const { title, why, fix, appliesTo } of RULE_DOCS) {
      for (const text of [title, why, fix, appliesTo]) expect(text.length).toBeGreaterThan(3);
    }
  });
});
