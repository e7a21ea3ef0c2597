import type { Day } from '../../form/dates.ts';
import { type Fen, sumFen } from '../../form/money.ts';
import type { TimelineStep } from './derive.ts';

/** A sum that a document gives. */
export interface Sum {
  readonly date: Day;
  readonly amount: Fen;
  readonly document: string | undefined;
  /** Its place in the records, from 0. */
  readonly index: number;
}

/** An approval (审核 and 论证 passed), and the 总投资 for which it was given. */
export interface ApprovedSum {
  readonly date: Day;
  readonly amount: Fen | undefined;
}

/** The money of a project as its records tell it; sums in 分. */
export interface Money {
  /** Every 立项 that counts, in order of days; the last is in force. */
  readonly projects: readonly Sum[];
  /** Every 资金下达 that counts. */
  readonly payments: readonly Sum[];
  readonly paid: Fen;
  /** What the 立项 in force leaves to be paid; undefined without one. Negative when more was paid. */
  readonly balance: Fen | undefined;
  /** 实际投资 as 专家验收 or 完工 gives it. */
  readonly actual: Fen | undefined;
}

/** Gathers the sums of what counts. */
export function moneyOf(legal: readonly TimelineStep[]): Money {
  const sums = (name: string): Sum[] =>
    legal.flatMap(({ event: { event, date, amount, document, index } }) =>
      event === name && amount !== undefined ? [{ date, amount, document, index }] : [],
    );
  const projects = sums('立项');
  const payments = sums('资金下达');
  const paid = sumFen(payments.map(({ amount }) => amount));
  const project = projects.at(-1)?.amount;
  return {
    projects,
    payments,
    paid,
    balance: project === undefined ? undefined : project - paid,
    actual: sums('专家验收').at(-1)?.amount ?? sums('完工').at(-1)?.amount,
  };
}
