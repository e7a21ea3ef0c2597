/** The part of Pagefind's browser module that the catalogue uses (its npm types describe only the Node half). */
export type PagefindModule = {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
};

export type PagefindInstance = {
  /** `null` gives every record, in the order of indexing. */
  search(
    term: string | null,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
  /** Searches another index too. Only its data is loaded; its records get the values of `mergeFilter`. */
  mergeIndex(
    basePath: string,
    options: { readonly mergeFilter: Readonly<Record<string, string>> },
  ): Promise<void>;
};

export type PagefindResult = {
  readonly id: string;
  /** Positions of the matching words in the record, ascending. */
  readonly words: readonly number[];
};
