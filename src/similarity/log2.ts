/**
 * The binary logarithm of a positive number by additions, multiplications and divisions alone, whose results the
 * language fixes to the last bit; Math.log2 may differ between engines, and then so would verdicts.
 */
export function log2(value: number): number {
  return SMALL[value] ?? workOut(value);
}

function workOut(value: number): number {
  let mantissa = value;
  let exponent = 0;
  for (; mantissa >= 2; mantissa /= 2) exponent++;
  for (; mantissa < 1; mantissa *= 2) exponent--;
  // ln m = 2 artanh((m - 1) / (m + 1)), whose series converges fast for m in [1, 2).
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let power = 33; power >= 1; power -= 2) sum = sum * square + 1 / power;
  return exponent + (2 * ratio * sum) / Math.LN2;
}

/** Mostly it is asked of how often something stands in a text. */
const SMALL: readonly (number | undefined)[] = Array.from({ length: 64 }, (_, value) =>
  value === 0 ? undefined : workOut(value),
);
