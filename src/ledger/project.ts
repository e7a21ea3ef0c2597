import type { Meaning } from './meanings.ts';

/** A project as a ledger tells it; what the ledger does not say is not there. */
export interface LedgerProject {
  readonly sheet: string;
  /** The first of its rows, as the spreadsheet counts, and how many it takes. */
  readonly row: number;
  readonly rows: number;
  readonly name: string;
  readonly unit?: string | undefined;
  /** Whoever filled the sheet in, where it says so: 「科技处」 is a section of it. */
  readonly reporter?: string | undefined;
  /** 万元. */
  readonly amount?: number | undefined;
  /** The title of the column that the amount comes from. */
  readonly amountFrom?: string | undefined;
  readonly year?: number | undefined;
  readonly description?: string | undefined;
  /** Money by source, in 万元, in the ledger's own words. */
  readonly funds: readonly NamedSum[];
  /** Money by year, in 万元. */
  readonly plan: readonly NamedSum[];
  /** Every other sum, in 万元: 合同金额, 已支付金额. */
  readonly sums: readonly NamedSum[];
  /** What else is known, by meaning: days, state, address, code. */
  readonly values: Readonly<Partial<Record<Meaning, string>>>;
  /** Where each meaning stands: the cell's name and the column's title. */
  readonly places: Readonly<Partial<Record<Meaning, { readonly cell: string; readonly title: string }>>>;
  /** What a person should know of how it was read. */
  readonly notes: readonly string[];
  /** False where its name tells nothing digital. */
  readonly digital: boolean;
  /** Cells of it whose question is open. */
  readonly open: readonly Question[];
}

export interface NamedSum {
  readonly name: string;
  readonly amount: number;
}

/** Something that only a person can say. */
export interface Question {
  readonly sheet: string;
  readonly row?: number | undefined;
  /** The title of the column. */
  readonly column?: string | undefined;
  /** C7, where one cell is meant. */
  readonly cell?: string | undefined;
  readonly asks: string;
  /** What can be answered; the first is what is taken as long as nobody answers, where anything is. */
  readonly choices: readonly string[];
  /** True where the first choice is taken meanwhile, so that nothing waits for the answer. */
  readonly taken?: boolean;
}
