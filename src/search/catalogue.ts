/**
 * The files beside Pagefind's own in the index folder. Pagefind answers which records match and where; values for
 * filters, orders and display are kept here by record number, because Pagefind counts and sorts in quadratic time
 * (300 ms at 10,000 records) and indexes every value that it stores for display.
 */

/** `catalogue.json`: always fetched afresh; its version names the state of all other files. */
export type Manifest = {
  readonly version: string;
  readonly records: number;
  /** Whose registry it is, for the sites that search it beside their own. */
  readonly name?: string;
};

/** What is shown of a record in a list of results. */
export type SearchHit = {
  readonly url: string;
  readonly title: string;
  readonly unit: string;
  /** The record's own summary, never cut out of the text. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
};

/** `filters.bin` (JSON, gzip). `of[record]` lists positions in `values`. */
export type FilterColumns = Readonly<
  Record<string, { readonly values: readonly string[]; readonly of: readonly (readonly number[])[] }>
>;

/** `sorts.bin` (JSON, gzip). For each key the place of every record in ascending order; null where it has no value. */
export type SortColumns = Readonly<Record<string, readonly (number | null)[]>>;

export const FILES = {
  manifest: 'catalogue.json',
  filters: 'filters.bin',
  sorts: 'sorts.bin',
  /** JSON, gzip: the `SumRow` of every record. */
  sums: 'sums.bin',
  /** JSON, gzip: the `Widening`s of the lexicon. Read after the first results stand. */
  widenings: 'widenings.bin',
  /** `hits/<n>.json`, each with `HITS_PER_FILE` records. */
  hits: 'hits',
} as const;

/** One list of results shows about 20 records from all over the registry: small files, yet not one per record. */
export const HITS_PER_FILE = 16;
