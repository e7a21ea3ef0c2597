/**
 * What one record adds to the sum under a list: whether its unit leads it or coordinates it for others, its 总投资 and
 * the public part of that, in 分; null where nobody knows. A record that is not registered, and a reference, is null.
 */
export type SumRow = readonly [led: 0 | 1, total: number | null, fiscal: number | null] | null;

/** Money of some projects, in 分. */
export interface Money {
  readonly count: number;
  readonly total: number;
  readonly fiscal: number;
  /** What no source of money is named for. */
  readonly open: number;
}

/** The sum of a list. */
export interface Sum {
  /** Projects that units lead themselves, and those that they coordinate for companies and persons. */
  readonly led: Money;
  readonly coordinated: Money;
  /** Records that are not counted: not received, references. */
  readonly apart: number;
}

/** Adds up a list. */
export function addUp(rows: readonly SumRow[]): Sum {
  const counted = rows.filter((row) => row !== null);
  return {
    led: moneyOf(counted.filter(([led]) => led === 1)),
    coordinated: moneyOf(counted.filter(([led]) => led === 0)),
    apart: rows.length - counted.length,
  };
}

function moneyOf(rows: readonly NonNullable<SumRow>[]): Money {
  const money = { count: rows.length, total: 0, fiscal: 0, open: 0 };
  for (const [, total, fiscal] of rows) {
    money.total += total ?? 0;
    money.fiscal += fiscal ?? 0;
    if (fiscal === null) money.open += total ?? 0;
  }
  return money;
}
