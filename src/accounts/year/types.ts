import type { Day } from '../../form/dates.ts';
import type { Fen } from '../../form/money.ts';
import type { DecidedReadings } from '../../records/lifecycle/decided.ts';
import type { HolidayTable } from '../../registry/working-days.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Account } from '../account.ts';

/** What the office has declared of a unit: how many projects it ought to have filed, or which. */
export interface Declared {
  readonly count: number;
  readonly names: readonly string[];
  /** What the number rests on, in words. */
  readonly basis: string;
}

/** A year of some projects (a unit's, or all), and what has to be known to judge it. */
export interface YearOf {
  readonly year: number;
  readonly from: Day;
  /** The last day that is looked at: the year's end, or today while the year goes on. */
  readonly to: Day;
  readonly isOver: boolean;
  readonly accounts: readonly Account[];
  /** Undefined where the office has declared nothing: there is then no 备案率. */
  readonly declared: Declared | undefined;
  readonly holidays: HolidayTable;
  readonly decided: DecidedReadings;
  /** Projects that the check asks about as begun without approval. */
  readonly suspects: ReadonlySet<string>;
}

/** A row behind a figure: the project, and what of it was counted. */
export interface Behind {
  readonly id: string;
  /** 「2025-03-20，960.00 万元」; blank where the project itself is all there is to say. */
  readonly note: string;
}

/** How a value is written: how many, how many of how many, a sum in 分, a share of a sum, working days, or words. */
export type FigureKind = '个' | '率' | '万元' | '资金率' | '个工作日' | '等次';

/** What was counted. An undefined `value` says that there was nothing to count from; `none` says why. */
export interface Counted {
  readonly value: number | undefined;
  /** The whole of which `value` is a part. */
  readonly of?: number;
  readonly behind: readonly Behind[];
  /** The rest of the whole: those to which the value does not apply. */
  readonly rest?: readonly Behind[];
  readonly none?: string;
}

/** One figure of the dictionary of Article 10. */
export interface FigureDef {
  readonly key: string;
  readonly label: string;
  readonly group: string;
  readonly kind: FigureKind;
  readonly clause: ClauseId;
  /** How it is counted, in a sentence. */
  readonly how: string;
  readonly count: (year: YearOf) => Counted;
}

/** A figure of a unit or of the district. */
export interface Figure extends Omit<FigureDef, 'count'>, Counted {}

/** A sum of money with the projects that it is made of. */
export function sumOf(
  rows: readonly { readonly id: string; readonly amount: Fen; readonly note: string }[],
): Counted {
  return {
    value: rows.reduce((sum, { amount }) => sum + amount, 0),
    behind: rows.map(({ id, note }) => ({ id, note })),
  };
}

/** How many of some; the value is undefined when there are none. */
export function shareOf(
  all: readonly { readonly id: string; readonly yes: boolean; readonly note?: string }[],
  none: string,
): Counted {
  const rows = (yes: boolean): Behind[] =>
    all.filter((one) => one.yes === yes).map(({ id, note = '' }) => ({ id, note }));
  const behind = rows(true);
  if (all.length === 0) return { value: undefined, behind, none };
  return { value: behind.length, of: all.length, behind, rest: rows(false) };
}

/** So many projects. */
export function countOf(rows: readonly { readonly id: string; readonly note?: string }[]): Counted {
  return { value: rows.length, behind: rows.map(({ id, note = '' }) => ({ id, note })) };
}

/** Whether a day lies in the year, as far as it is looked at. */
export function isIn({ from, to }: Pick<YearOf, 'from' | 'to'>, day: Day | undefined): boolean {
  return day !== undefined && day >= from && day <= to;
}
