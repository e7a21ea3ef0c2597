import { describe, expect, it } from 'vitest';
import { type Addend, sumOf } from './sum-formula.ts';

/** A1 = 1, B1 = 2, C1 blank, D1 words. */
const FIRST: readonly Addend[] = [1, 2, 'blank', 'other'];
const value = (row: number, column: number): Addend => (row === 0 ? FIRST[column] : undefined) ?? 'blank';

describe('sumOf', () => {
  it.each([
    ['SUM(A1:C1)', 3],
    ['A1+B1', 3],
    ['sum( $A$1 , B1:B9 ) + A1', 4],
  ])('adds %s', (formula, sum) => {
    expect(sumOf(formula, value)).toBe(sum);
  });

  it.each([
    'A1*B1',
    'SUM(A1:D1)',
    'A1-B1',
    'SUM(Sheet2!A1:A3)',
    'ROUND(SUM(A1:B1),2)',
    'SUM(A1:XFD1048576)',
    '',
    'SUM()',
    '1+1',
  ])('leaves %s to a person', (formula) => {
    expect(sumOf(formula, value)).toBeUndefined();
  });
});
