import { expect, it } from 'vitest';
import { addUp } from './sums.ts';

it('adds up what units lead and what they coordinate apart, and counts no reference', () => {
  expect(addUp([[1, 100, 60], [1, 50, null], [0, 8, 0], [1, null, null], null])).toEqual({
    led: { count: 3, total: 150, fiscal: 60, open: 50 },
    coordinated: { count: 1, total: 8, fiscal: 0, open: 0 },
    apart: 1,
  });
});
