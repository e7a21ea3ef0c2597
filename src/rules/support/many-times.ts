import type { Fen } from '../../form/money.ts';

/** From here on nobody has overspent: 元 was written for 万元. */
const UNLIKELY = 1_000;

/** 「是预算的 10,000 倍，多半把元写成了万元」; undefined while the amount may be what it says. */
export function manyTimes(amount: Fen, budget: Fen): string | undefined {
  if (budget <= 0 || amount < UNLIKELY * budget) return undefined;
  const times = String(Math.round(amount / budget)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `是预算的 ${times} 倍，多半把元写成了万元`;
}
