import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../regulation/index.ts';
import { coverage } from './coverage.ts';

describe('coverage', () => {
  it('has every clause once, in the order of the regulation', () => {
    expect(coverage().map(({ id }) => id)).toEqual(CLAUSES.map(({ id }) => id));
  });

  it.each(coverage())('$title is enforced or shown by something, or says why not', ({ by }) => {
    expect(by.length).toBeGreaterThan(0);
    for (const { kind, ref, says } of by) {
      expect(says).not.toBe('');
      expect(kind === '不由程序' || ref !== '').toBe(true);
    }
  });

  it('is not met by the honest excuse alone for the articles that bind applicants', () => {
    const binding = coverage().filter(({ id }) => /^art(2|3|5|6|6-\d|7|7-\d|9|11|12)$/.test(id));
    for (const { id, by } of binding)
      expect(
        by.some(({ kind }) => kind !== '不由程序'),
        id,
      ).toBe(true);
  });

  it('shows a cell that both annexes have under each of them', () => {
    const cellsOf = (id: string) =>
      coverage()
        .find((one) => one.id === id)
        ?.by.filter(({ kind }) => kind === '栏目')
        .map(({ ref }) => ref) ?? [];
    for (const label of ['项目名称', '资金预算', '资金来源']) {
      expect(cellsOf('annex1')).toContain(label);
      expect(cellsOf('annex2')).toContain(label);
    }
    expect(cellsOf('annex1')).not.toContain('已建成日期');
    expect(cellsOf('annex2')).not.toContain('建设期限');
  });
});
