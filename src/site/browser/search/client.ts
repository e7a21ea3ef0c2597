import type { SearchHit } from '../../../search/catalogue.ts';
import {
  applyFilters,
  type Chosen,
  countFilters,
  type Direction,
  type FilterCounts,
  sortBy,
} from '../../../search/facets.ts';
import { addUp, type Sum } from '../../../search/sums.ts';
import { queryPhrases, queryTerms } from '../../../search/tokens.ts';
import { widen } from '../../../search/widening.ts';
import { findRecords } from './find-records.ts';
import { type LoadedIndex, loadIndex, readManifest } from './index-loader.ts';

export type { SearchHit } from '../../../search/catalogue.ts';

export type SearchOptions = {
  readonly filters?: Chosen;
  /** Other words for each term of the query, in its order; a record with one of them answers too, after the others. */
  readonly also?: readonly (readonly string[])[];
  /** Without it: titles that begin with the query, titles, units, texts; equals in the order of the index. */
  readonly sort?: { readonly by: string; readonly direction: Direction };
};

/** A result whose details have not been downloaded yet. `load` rejects when they cannot be. */
export type SearchResult = { readonly record: number; load(): Promise<SearchHit> };

export type SearchAnswer =
  | {
      readonly status: 'found';
      readonly total: number;
      readonly results: readonly SearchResult[];
      /** The sum of all results. Rejects when it cannot be loaded. */
      readonly sum: () => Promise<Sum>;
      /** What choosing each value of each filter would list, the other filters being as they are. */
      readonly filterCounts: FilterCounts;
      /** The filters that were applied. */
      readonly filters: Chosen;
    }
  /** The index could not be loaded, or was replaced by a newer one while the page was open. Searching again retries. */
  | { readonly status: 'failed'; readonly reason: 'not-loaded' | 'replaced'; readonly detail: string };

export type Search = {
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  /**
   * Other words for each term of a query, by the lexicon; none where it knows none. `part`: also for a term of which
   * only a part is known. Rejects when the words cannot be loaded.
   */
  otherWords(query: string, part: boolean): Promise<readonly (readonly string[])[]>;
  /**
   * The query with its terms that stand nowhere taken apart into pieces that do; '' when none can be. Rejects when the
   * index cannot be loaded.
   */
  apart(query: string): Promise<string>;
};

/**
 * The catalogue's search. Downloads nothing before the first query; an empty query lists everything.
 * @param basePath where the index lies on the site, such as `/pagefind/`
 */
export function createSearch(basePath = '/pagefind/'): Search {
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`;
  let loading: Promise<LoadedIndex> | undefined;
  return {
    async search(query, options = {}) {
      loading ??= loadIndex(base);
      let index: LoadedIndex | undefined;
      try {
        index = await loading;
        const found = await findRecords(index, queryPhrases(query), options.also);
        if (found.length > 0 || !(await isReplaced(base, index)))
          return await toAnswer(index, found, options);
        loading = undefined;
        return REPLACED;
      } catch (error) {
        loading = undefined;
        // The files of an index that was replaced are gone from the site.
        if (index && (await isReplaced(base, index).catch(() => false))) return REPLACED;
        return { status: 'failed', reason: 'not-loaded', detail: String(error) };
      }
    },
    async apart(query) {
      loading ??= loadIndex(base);
      const index = await loading;
      // Most searches find something, and do without it.
      const { partsOf } = await import('./parts-of.ts');
      const terms = queryTerms(query);
      const parts = await Promise.all(terms.map((term) => partsOf(index, term)));
      if (parts.every((some) => some.length === 0)) return '';
      return terms.map((term, at) => (parts[at]?.length ? parts[at].join(' ') : term)).join(' ');
    },
    async otherWords(query, part) {
      loading ??= loadIndex(base);
      const widenings = await (await loading).widenings();
      return queryTerms(query).map((term) => {
        const widened = widen(widenings, term);
        return widened && (part || widened.whole) ? widened.words : [];
      });
    },
  };
}

const REPLACED: SearchAnswer = {
  status: 'failed',
  reason: 'replaced',
  detail: 'the index on the site has changed',
};

async function isReplaced(base: string, { version }: LoadedIndex): Promise<boolean> {
  return (await readManifest(base)).version !== version;
}

async function toAnswer(
  index: LoadedIndex,
  found: readonly number[],
  { filters = {}, sort }: SearchOptions,
): Promise<SearchAnswer> {
  const kept = applyFilters(index.filters, found, filters);
  const places = sort && (await index.sorts())[sort.by];
  const listed = sort && places ? sortBy(places, kept, sort.direction) : kept;
  return {
    status: 'found',
    total: listed.length,
    sum: async () => {
      const rows = await index.sums();
      return addUp(listed.map((record) => rows[record] ?? null));
    },
    results: listed.map((record) => ({ record, load: () => index.hit(record) })),
    filterCounts: countFilters(index.filters, found, filters),
    filters,
  };
}
