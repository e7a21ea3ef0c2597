/** Something to tell about a ledger. `error`: the row did not go in. `warning`: it did, or was rightly passed over. */
export interface LedgerFinding {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  readonly row: number;
  /** C7, or '' when the whole row is meant. */
  readonly cell: string;
  readonly column: string;
  readonly message: string;
  readonly fix: string;
}
