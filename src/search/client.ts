import type {
  FilterCounts,
  PagefindAnswer,
  PagefindInstance,
  PagefindModule,
  PagefindOptions,
  PagefindResult,
} from './pagefind-api.ts';
import { tierAt } from './sections.ts';
import { type Phrase, queryPhrases } from './tokens.ts';

export { highlight, type Piece } from './highlight.ts';

export type SearchOptions = {
  /** Within one filter any of the values will do; every filter must be met. An empty list is no filter. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** One key and its direction. Without it: title begins with the query, title, unit, text, then the index's order. */
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
};

export type SearchHit = {
  readonly url: string;
  readonly title: string;
  /** The record's own summary, never cut out of the text. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
};

/** A result whose details have not been downloaded yet. `load` rejects when they cannot be. */
export type SearchResult = { readonly id: string; load(): Promise<SearchHit> };

/**
 * `filterCounts` is exact for a query of one term. For several terms it counts the records that contain all their
 * pairs of characters, which can be a few more than those that contain the terms.
 */
export type SearchAnswer =
  | {
      readonly status: 'found';
      readonly total: number;
      readonly results: readonly SearchResult[];
      readonly filterCounts: FilterCounts;
    }
  /** The index could not be loaded, or was replaced by a newer one: reload the page, or try again later. */
  | { readonly status: 'failed'; readonly reason: 'not-loaded' | 'replaced'; readonly detail: string };

export type Search = { search(query: string, options?: SearchOptions): Promise<SearchAnswer> };

type Loaded = { readonly pagefind: PagefindInstance; readonly entry: string; readonly empty: boolean };

/**
 * The catalogue's search. Downloads nothing before the first query.
 * @param basePath where the index lies on the site, such as `/pagefind/`
 */
export function createSearch(basePath = '/pagefind/'): Search {
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`;
  let loading: Promise<Loaded> | undefined;
  return {
    async search(query, options = {}) {
      loading ??= load(base);
      try {
        const loaded = await loading;
        const answer = await find(loaded, query, toPagefindOptions(options));
        // Pagefind keeps silent when a part of its index cannot be downloaded, and then finds nothing.
        if (answer.results.length === 0 && (await readEntry(base)) !== loaded.entry) {
          loading = undefined;
          return { status: 'failed', reason: 'replaced', detail: 'the index on the site has changed' };
        }
        return toAnswer(answer);
      } catch (error) {
        loading = undefined;
        return { status: 'failed', reason: 'not-loaded', detail: String(error) };
      }
    },
  };
}

async function load(base: string): Promise<Loaded> {
  const entry = await readEntry(base);
  const { languages } = JSON.parse(entry) as { languages: Record<string, unknown> };
  const address = new URL(`${base}pagefind.js`, document.baseURI).href;
  const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  // Without a worker: it would download a second copy of the script, and copy every result between threads.
  const pagefind = module.createInstance({ basePath: base, noWorker: true });
  return { pagefind, entry, empty: Object.keys(languages).length === 0 };
}

async function readEntry(base: string): Promise<string> {
  const response = await fetch(`${base}pagefind-entry.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
}

function toPagefindOptions({ filters = {}, sort = {} }: SearchOptions): PagefindOptions {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return { filters: Object.fromEntries(chosen.map(([name, any]) => [name, { any }])), sort };
}

async function find(loaded: Loaded, query: string, options: PagefindOptions): Promise<PagefindAnswer> {
  const { pagefind } = loaded;
  const nothing: PagefindAnswer = { results: [], filters: {} };
  if (loaded.empty) return nothing;
  const phrases = queryPhrases(query);
  if (phrases.length === 0) return pagefind.search(null, options);
  const found = await Promise.all(phrases.map((phrase) => findPhrase(pagefind, phrase, options)));
  const [first = nothing, ...others] = found;
  const results = intersect(first.results, others);
  const ranked = Object.keys(options.sort).length > 0 ? results : rank(results, found);
  if (others.length === 0) return { results: ranked, filters: first.filters };
  return { results: ranked, filters: await countAll(pagefind, phrases, ranked, options) };
}

async function findPhrase(
  pagefind: PagefindInstance,
  { exact, loose }: Phrase,
  options: PagefindOptions,
): Promise<PagefindAnswer> {
  const answer = await pagefind.search(quote(exact), options);
  const same = exact.join() === loose.join();
  return answer.results.length > 0 || same ? answer : pagefind.search(quote(loose), options);
}

/** Quotation marks ask Pagefind for the words one after another, and for nothing when one of them is missing. */
function quote(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

function intersect(results: readonly PagefindResult[], others: readonly PagefindAnswer[]): PagefindResult[] {
  const sets = others.map((other) => new Set(other.results.map(({ id }) => id)));
  return results.filter(({ id }) => sets.every((set) => set.has(id)));
}

/** Best place first, summed over the terms. The sort is stable, so equals keep the order of the index. */
function rank(results: readonly PagefindResult[], found: readonly PagefindAnswer[]): PagefindResult[] {
  const places = new Map<string, number>();
  for (const { id, words } of found.flatMap((answer) => answer.results)) {
    places.set(id, (places.get(id) ?? 0) + tierAt(words[0] ?? Number.POSITIVE_INFINITY));
  }
  return results.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

async function countAll(
  pagefind: PagefindInstance,
  phrases: readonly Phrase[],
  results: readonly PagefindResult[],
  options: PagefindOptions,
): Promise<FilterCounts> {
  if (results.length === 0) return {};
  const words = new Set(phrases.flatMap(({ loose }) => loose));
  return (await pagefind.search([...words].join(' '), options)).filters;
}

function toAnswer({ results, filters }: PagefindAnswer): SearchAnswer {
  return { status: 'found', total: results.length, results: results.map(toResult), filterCounts: filters };
}

function toResult(result: PagefindResult): SearchResult {
  return {
    id: result.id,
    async load() {
      const { url, meta } = await result.data();
      return { url, title: meta.title ?? '', excerpt: meta.summary ?? '', meta };
    },
  };
}
