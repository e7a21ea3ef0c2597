import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from './pack-numbers.ts';

describe('ascending numbers as bytes', () => {
  it('come back as they were', () => {
    const rows = fc.uniqueArray(fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1)), { maxLength: 200 });
    fc.assert(
      fc.property(rows, (row) => {
        const numbers = Int32Array.from(row).sort();
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual([...numbers]);
      }),
    );
  });

  it('take one byte each where they lie close together', () => {
    expect(packNumbers(Int32Array.from([0, 1, 2, 130])).length).toBe(4);
  });
});
