/** The part of Pagefind's browser module that the catalogue uses (its npm types describe only the Node half). */
export type PagefindModule = {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
};

export type PagefindInstance = {
  /** `null` gives every record, in the order of indexing. */
  search(term: string | null): Promise<{ readonly results: readonly PagefindResult[] }>;
};

export type PagefindResult = {
  readonly id: string;
  /** Positions of the matching words in the record, ascending. */
  readonly words: readonly number[];
};
