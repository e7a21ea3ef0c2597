/** How a column is shown: words, a whole number, or a sum in 万元. Days stay words, `2026-03-05`, as the files have them. */
export type OutKind = 'text' | 'number' | 'money';

export interface OutColumn {
  readonly title: string;
  readonly kind: OutKind;
  /** In characters. */
  readonly width: number;
}

/** A sheet that goes out: titles in the first row, a row for each thing. Sums are in 万元; undefined is a blank cell. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** A column of words, as wide as fits most. */
export const textColumn = (title: string, width = 16): OutColumn => ({ title, kind: 'text', width });
/** A column of whole numbers. */
export const numberColumn = (title: string, width = 10): OutColumn => ({ title, kind: 'number', width });
/** A column of sums in 万元. */
export const moneyColumn = (title: string, width = 14): OutColumn => ({ title, kind: 'money', width });
