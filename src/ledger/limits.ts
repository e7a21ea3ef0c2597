/** What a ledger may cost. A ledger of a province has some ten thousand rows; more than this is no ledger. */
export const LIMITS = {
  /** Largest file, in bytes. */
  bytes: 50 * 1024 * 1024,
  /** All parts of a packed workbook together, unpacked, in bytes. */
  unpacked: 160 * 1024 * 1024,
  /** Cells with something in them. */
  cells: 3_000_000,
  /** Rows with something in them: as many as a page of the old format holds. */
  rows: 65_536,
  /** Pages of a workbook. */
  sheets: 300,
  /** Projects that one import writes: a file each. */
  projects: 10_000,
  /** Columns that are looked at; what stands further right is named and left. */
  columns: 256,
  /** Characters of one cell. */
  cell: 20_000,
  /** Levels of brackets in a line of JSON. */
  depth: 40,
  /** Seconds until the reader is stopped. */
  seconds: 60,
} as const;
