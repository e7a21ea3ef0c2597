import type { Unit } from '../../../registry/units.ts';

/** What the page and its worker say to each other. Everything is plain data. */

/** What the office's settings say, from units.json. */
export interface Settings {
  readonly units: readonly Unit[];
  readonly ruleVersion: string;
  /** Paths of the filings that the registry has: a draft never takes the place of one. */
  readonly filed: readonly string[];
}

/** Answers as a page keeps them; the worker makes `Answers` of them. */
export interface PageAnswers {
  /** By title: what it means (「不导入」 or a meaning) and its unit of money. */
  readonly columns: Readonly<
    Record<string, { readonly meaning: string; readonly unit?: string | undefined }>
  >;
  readonly cells: Readonly<Record<string, string>>;
  readonly unit: string;
  /** Full names of units by what the ledger writes. */
  readonly unitNames: Readonly<Record<string, string>>;
  readonly scope: '' | '全部' | '只要数字化';
}

/** What can be taken home. */
export type Product = '备案' | '参考' | '标注' | '列的读法';

export type Request =
  | { readonly open: { readonly bytes: ArrayBuffer; readonly name: string } }
  | { readonly answers: PageAnswers }
  | { readonly make: Product | '送件'; readonly settings: Settings; readonly today: string };

/** The drafts of one unit. */
export interface UnitParcel {
  readonly code: string;
  readonly name: string;
  readonly files: readonly { readonly id: string; readonly file: string; readonly text: string }[];
}

/** The drafts of a ledger, to be sent; `slug` is the same for the same ledger. */
export interface Parcel {
  readonly stem: string;
  readonly slug: string;
  readonly units: readonly UnitParcel[];
}

export interface ColumnView {
  readonly title: string;
  readonly meaning: string;
  /** 元, 万元, 亿元; blank where it is no money or nobody knows. */
  readonly unit: string;
  readonly money: boolean;
  readonly doubt: boolean;
  readonly samples: readonly string[];
}

export interface TableView {
  readonly sheet: string;
  readonly row: number;
  readonly projects: number;
  readonly columns: readonly ColumnView[];
}

export interface ProjectView {
  readonly place: string;
  readonly name: string;
  readonly unit: string;
  readonly amount: string;
  readonly year: string;
}

export interface QuestionView {
  readonly kind: 'cell' | 'unit' | 'scope' | 'column';
  readonly key: string;
  readonly place: string;
  readonly asks: string;
  readonly choices: readonly string[];
}

/** A ledger understood, as much of it as a page shows. */
export interface LedgerView {
  readonly tables: readonly TableView[];
  readonly questions: readonly QuestionView[];
  readonly projects: readonly ProjectView[];
  readonly total: number;
  readonly left: readonly { readonly place: string; readonly why: string }[];
  readonly leftTotal: number;
  /** 「金额 0/4 行读到」 */
  readonly read: string;
  readonly meanings: readonly string[];
}

export type Reply =
  | { readonly stage: string; readonly done: number }
  | { readonly view: LedgerView }
  | { readonly fault: string }
  | { readonly parcel: Parcel }
  | {
      readonly file: {
        readonly name: string;
        readonly bytes: Uint8Array<ArrayBuffer>;
        readonly said: readonly string[];
        /** Units of the ledger that the 名录 does not have. */
        readonly unknown: readonly string[];
      };
    };
