import { expect, it } from 'vitest';
import { readFormat } from './number-format.ts';

it.each([
  ['General', 1, undefined],
  ['0.00', 1, undefined],
  ['#,##0.00_ ', 1, undefined],
  ['0!.0,', 10_000, undefined],
  ['0!.0000', 10_000, undefined],
  ['0\\.0,', 10_000, undefined],
  ['0"."0000"万元"', 10_000, '万元'],
  ['#,##0,', 1_000, undefined],
  ['0.00"元"', 1, '元'],
])('%s shows a number divided by %d', (format, divisor, suffix) => {
  const read = readFormat(format);
  expect([read.divisor, read.suffix]).toEqual([divisor, suffix]);
});
