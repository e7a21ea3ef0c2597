import { type Fen, sumFen } from '../form/money.ts';
import type { Account } from './account.ts';

/** Money of some registered projects by whose it is; amounts in doubt are left out and counted. */
export interface MoneyOf {
  readonly count: number;
  readonly total: Fen;
  /** 区、市、省、国家资金和专项债. */
  readonly fiscal: Fen;
  /** 社会资金、自筹 and 其他. */
  readonly social: Fen;
  /** Of sources that nobody has named. */
  readonly open: Fen;
  /** Projects whose amount the check doubts: not in the sums. */
  readonly doubtful: number;
}

/** A row of a table of money. */
export interface MoneyRow extends MoneyOf {
  readonly label: string;
  /** Code of the unit, where the row is one. */
  readonly code?: string;
}

/** Unit × year × source: for each unit its money year by year. */
export interface UnitRow extends MoneyRow {
  readonly years: readonly MoneyOf[];
}

/** The figures of the page 统计. */
export interface Statistics {
  readonly total: MoneyOf;
  /** Years of filing, without gaps, the earliest first. */
  readonly years: readonly number[];
  readonly byYear: readonly MoneyRow[];
  readonly byUnit: readonly UnitRow[];
}

/** Sums of some projects; only registered ones count. */
export function moneyOf(accounts: readonly Account[]): MoneyOf {
  const counted = accounts.filter((one) => one.counted);
  const sure = counted.filter(({ doubtful }) => !doubtful);
  const named = sure.filter(({ publicBudget }) => publicBudget !== undefined);
  const total = sumFen(sure.map(({ budget = 0 }) => budget));
  const fiscal = sumFen(named.map(({ publicBudget = 0 }) => publicBudget));
  const social = sumFen(named.map(({ budget = 0 }) => budget)) - fiscal;
  return {
    count: counted.length,
    total,
    fiscal,
    social,
    open: total - fiscal - social,
    doubtful: counted.length - sure.length,
  };
}

/** The district's figures by unit, year of filing and source of money. */
export function statisticsOf(accounts: readonly Account[]): Statistics {
  const counted = accounts.filter((one) => one.counted);
  const known = counted.flatMap(({ entry }) => yearOf(entry.filing.filedOn) ?? []);
  const first = known.reduce((a, b) => Math.min(a, b), known[0] ?? 0);
  const last = known.reduce((a, b) => Math.max(a, b), 0);
  const years = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const of = (some: readonly Account[], year: number) =>
    moneyOf(some.filter(({ entry }) => yearOf(entry.filing.filedOn) === year));
  const units = [...Map.groupBy(counted, ({ unit }) => unit)];
  return {
    total: moneyOf(counted),
    years,
    byYear: years.map((year) => ({ label: `${year} 年`, ...of(counted, year) })),
    byUnit: units
      .map(([code, own]) => ({
        code,
        label: own[0]?.unitName ?? code,
        ...moneyOf(own),
        years: years.map((year) => of(own, year)),
      }))
      .sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1)),
  };
}

const yearOf = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Number(day.slice(0, 4));
