/** The words by which offices call what a column of a ledger means. */
export interface MeaningWords {
  /** Titles that say exactly this, without brackets, blanks and marks. */
  readonly titles: readonly string[];
  /** Words that a longer title has when it means this, with how sure that is, 0..1. */
  readonly has?: readonly (readonly [RegExp, number])[];
  /** Words that a title of this meaning never has. */
  readonly not?: RegExp;
}

/** Words written one after the other. */
export const list = (words: string): readonly string[] => words.trim().split(/\s+/);
