import type { Column, Told } from './columns.ts';
import type { ExportedRow } from './exported.ts';
import type { LeftOut } from './grid.ts';
import type { MoneyUnit } from './money-columns.ts';
import type { LedgerProject, Question } from './project.ts';

/** What a person said of a ledger, once, for it and for all of its shape. */
export interface Answers {
  readonly columns: Told;
  /** Sheets that are not read. */
  readonly skipped: ReadonlySet<string>;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
  /** 全部, or 只要数字化: what to do with rows whose names tell nothing digital. */
  readonly scope?: '全部' | '只要数字化' | undefined;
  /** Full names of units by what the ledger writes. */
  readonly unitNames: ReadonlyMap<string, string>;
  /** Names that are projects of their own, however alike they are to one that is registered. */
  readonly fresh?: ReadonlySet<string> | undefined;
  /** What a cell says instead: 「台账!C7」. */
  readonly cells: ReadonlyMap<string, string>;
}

export const NO_ANSWERS: Answers = {
  columns: new Map(),
  skipped: new Set(),
  unitNames: new Map(),
  cells: new Map(),
};

/** A table of a ledger as it was understood, column by column. */
export interface TableReading {
  readonly sheet: string;
  /** The row of the titles, as the spreadsheet counts. */
  readonly row: number;
  readonly columns: readonly ColumnReading[];
  readonly projects: number;
}

export interface ColumnReading {
  readonly column: Column;
  /** The unit of money and how it is known. */
  readonly unit?: MoneyUnit | undefined;
  /** A few values, for a person to see what is meant. */
  readonly samples: readonly string[];
}

/** A ledger understood. */
export interface Understood {
  /** The name of its file. */
  readonly name: string;
  /** Some line could not be read at all, as against one that is no project. */
  readonly unread: boolean;
  /** The names of its sheets, in order. */
  readonly sheets: readonly string[];
  readonly projects: readonly LedgerProject[];
  /** What is no project, or not read, each with its reason. */
  readonly left: readonly LeftOut[];
  /** Rows that are broken: they did not go in, and the ledger should be put right. */
  readonly faults: readonly LeftOut[];
  readonly questions: readonly Question[];
  readonly tables: readonly TableReading[];
  /** Rows of an export of a registry, which come back to it. */
  readonly exported: readonly ExportedRow[];
}

/** What was read of a sheet, or of one of its tables. */
export interface TableParts extends Omit<Understood, 'name' | 'sheets' | 'unread' | 'exported'> {
  /** Tables without a column of names: statistics and lists of people beside a ledger, or a ledger nobody can read. */
  readonly nameless?: readonly LeftOut[];
}
