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
});
