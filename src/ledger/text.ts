import type { LedgerFinding, LedgerSheet } from './columns.ts';

/** A ledger that cannot be read at all; the message is for the person who gave it. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** What a reader finds in a file: its sheets, and lines that are no rows. */
export interface LedgerText {
  readonly sheets: readonly LedgerSheet[];
  readonly findings: readonly LedgerFinding[];
}
