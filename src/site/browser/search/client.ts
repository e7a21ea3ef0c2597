import type { SearchHit } from '../../../search/catalogue.ts';
import {
  applyFilters,
  type Chosen,
  countFilters,
  type Direction,
  type FilterCounts,
  sortBy,
} from '../../../search/facets.ts';
import { tierAt } from '../../../search/sections.ts';
import { type Phrase, queryPhrases } from '../../../search/tokens.ts';
import { type LoadedIndex, loadIndex, readManifest } from './index-loader.ts';

export type { SearchHit } from '../../../search/catalogue.ts';

export type SearchOptions = {
  readonly filters?: Chosen;
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
      /** What choosing each value of each filter would list, the other filters being as they are. */
      readonly filterCounts: FilterCounts;
    }
  /** The index could not be loaded, or was replaced by a newer one while the page was open. Searching again retries. */
  | { readonly status: 'failed'; readonly reason: 'not-loaded' | 'replaced'; readonly detail: string };

export type Search = { search(query: string, options?: SearchOptions): Promise<SearchAnswer> };

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
        const found = await findRecords(index, queryPhrases(query));
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

/** The records that contain every phrase, those with the best places first. */
async function findRecords(index: LoadedIndex, phrases: readonly Phrase[]): Promise<number[]> {
  if (phrases.length === 0) return Array.from({ length: index.records }, (_, record) => record);
  const matches = await Promise.all(phrases.map((phrase) => matchPhrase(index, phrase)));
  const [first = new Map<number, number>(), ...others] = matches;
  const found = [...first.keys()].filter((record) => others.every((other) => other.has(record)));
  const places = new Map(
    found.map((record) => [record, matches.reduce((sum, match) => sum + tierAt(match.get(record) ?? 0), 0)]),
  );
  return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b);
}

async function matchPhrase(index: LoadedIndex, { exact, loose }: Phrase): Promise<Map<number, number>> {
  const found = await index.match(exact);
  return found.size > 0 || exact.join() === loose.join() ? found : index.match(loose);
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
    results: listed.map((record) => ({ record, load: () => index.hit(record) })),
    filterCounts: countFilters(index.filters, found, filters),
  };
}
