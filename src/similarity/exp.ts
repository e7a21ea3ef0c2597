/**
 * e to the power of a number by multiplications and divisions alone, whose results the language fixes to the last bit;
 * Math.exp may differ between engines, and then so would verdicts.
 */
function exp(power: number): number {
  // The series converges fast near 0: halve so often, and square as often.
  let [rest, halvings] = [power, 0];
  for (; rest > 0.5 || rest < -0.5; rest /= 2) halvings++;
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + (rest / term) * sum;
  for (; halvings > 0; halvings--) sum *= sum;
  return sum;
}

/** The probability of log odds, 0..1. */
export function logistic(logOdds: number): number {
  const bounded = Math.max(-30, Math.min(30, logOdds));
  return 1 / (1 + exp(-bounded));
}
