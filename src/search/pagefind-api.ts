/** The part of Pagefind's browser module that the catalogue uses (its npm types describe only the Node half). */
export type PagefindModule = {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
};

export type PagefindInstance = {
  search(term: string | null, options: PagefindOptions): Promise<PagefindAnswer>;
};

export type PagefindOptions = {
  readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>>;
  readonly sort: Readonly<Record<string, 'asc' | 'desc'>>;
};

export type PagefindAnswer = {
  readonly results: readonly PagefindResult[];
  /** For each filter and value, how many of the results have it. */
  readonly filters: FilterCounts;
};

export type PagefindResult = {
  readonly id: string;
  /** Positions of the matching words in the record. */
  readonly words: readonly number[];
  data(): Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
};

export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
