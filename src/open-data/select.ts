import type { Account } from '../accounts/account.ts';
import { FISCAL_SOURCES, SOURCES, type Source } from '../regulation/vocabulary.ts';

/** Kinds of money by which a ledger can be cut out: all public money, all other, or one source. */
export const MONEY_WORDS = ['财政', '社会', ...SOURCES] as const;
export type MoneyWord = (typeof MONEY_WORDS)[number];

/** Which part of the ledger is wanted; what is left out does not narrow it. */
export interface Selection {
  /** Year of filing. */
  readonly year?: number | undefined;
  /** Code of the unit that filed. */
  readonly unit?: string | undefined;
  readonly source?: MoneyWord | undefined;
}

/** The projects of a selection, in their order. */
export function select(accounts: readonly Account[], { year, unit, source }: Selection): readonly Account[] {
  return accounts.filter(
    ({ entry, unit: own }) =>
      (year === undefined || entry.filing.filedOn?.startsWith(`${year}-`) === true) &&
      (unit === undefined || own === unit) &&
      (source === undefined || hasMoney(entry.filing.sources ?? [], source)),
  );
}

function hasMoney(
  sources: readonly { readonly source: Source; readonly amount: number }[],
  word: MoneyWord,
): boolean {
  const isMeant = (source: Source): boolean => {
    if (word === '财政') return FISCAL_SOURCES.includes(source);
    return word === '社会' ? !FISCAL_SOURCES.includes(source) : source === word;
  };
  return sources.some(({ source, amount }) => amount > 0 && isMeant(source));
}
