import { FILES, HITS_PER_FILE, type SearchHit } from '../../../search/catalogue.ts';
import { queryPhrases } from '../../../search/tokens.ts';
import { load, once } from '../load.ts';
import { findRecords, type Matched } from './find-records.ts';
import { readManifest } from './index-loader.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { watchFailures } from './watched-fetch.ts';

/** What another registry's site answers: what was found there, or why nobody knows. */
export type OtherAnswer =
  | {
      /** Its site, with a slash at the end. */
      readonly address: string;
      /** As it calls itself; its host where it does not say. */
      readonly name: string;
      readonly total: number;
      readonly hits: readonly OtherHit[];
    }
  | { readonly address: string; readonly failed: string };

/** A project of another registry: its words are a stranger's, its address lies on its own site. */
export interface OtherHit {
  readonly address: string;
  readonly title: string;
  readonly unit: string;
  readonly excerpt: string;
}

/** Shown of each site; the rest is a link away. */
const SHOWN = 5;
/** Milliseconds after which a site that says nothing counts as not to be had. */
const PATIENCE = 10_000;
/** The name under which Pagefind tells the indexes apart. */
const SITE = '登记库';
/** The most that is shown of a stranger's words. */
const LONGEST = { title: 100, unit: 60, excerpt: 160 } as const;

interface OtherIndex extends Matched {
  readonly name: string;
  hit(record: number): Promise<OtherHit>;
}

/**
 * Searches the sites of other registries beside the own one. Their indexes are merged into one instance of Pagefind:
 * program and WebAssembly are the own site's, nothing of theirs is run. `base`: where the own index lies.
 */
export function searchOtherSites(
  base: string,
  addresses: readonly string[],
): (query: string) => Promise<readonly OtherAnswer[]> {
  const instance = once(async () => {
    const folder = new URL(base, document.baseURI).href;
    const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
    return module.createInstance({ basePath: base, noWorker: true });
  });
  const indexes = new Map(
    addresses.map((address) => [address, once(async () => merge(await instance(), address))]),
  );
  return (query) =>
    Promise.all(
      [...indexes].map(async ([address, index]): Promise<OtherAnswer> => {
        try {
          return await within(PATIENCE, askSite(address, index, query));
        } catch (error) {
          return { address, failed: String(error) };
        }
      }),
    );
}

async function askSite(
  address: string,
  index: () => Promise<OtherIndex>,
  query: string,
): Promise<OtherAnswer> {
  const opened = await index();
  const found = await findRecords(opened, queryPhrases(query));
  const hits = await Promise.all(found.slice(0, SHOWN).map((record) => opened.hit(record)));
  return { address, name: opened.name, total: found.length, hits };
}

/** One site that hangs keeps nobody from the answers of the others. */
function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('no answer')), milliseconds);
    answer.then(done, fail).finally(() => clearTimeout(late));
  });
}

async function merge(instance: PagefindInstance, address: string): Promise<OtherIndex> {
  const base = `${address}pagefind/`;
  const failures = watchFailures(base);
  const { version, records, name } = await readManifest(base);
  if (!Number.isSafeInteger(records) || records < 0) throw new Error('no index of this program');
  const only = { filters: { [SITE]: address } };
  await instance.mergeIndex(base, { mergeFilter: { [SITE]: address } });
  const all = records === 0 ? [] : (await instance.search(null, only)).results;
  if (all.length !== records) throw new Error(`${all.length} records where ${records} were written`);
  const numbers = new Map(all.map(({ id }, number) => [id, number]));
  return {
    name: wordsOf(name, 60) || new URL(address).host,
    records,
    match: async (words) => {
      if (records === 0) return new Map();
      const before = failures();
      const { results } = await instance.search(`"${words.join(' ')}"`, only);
      if (failures() > before) throw new Error('a part of the index did not come');
      return new Map(results.map(({ id, words: at }) => [numbers.get(id) ?? -1, at[0] ?? 0]));
    },
    hit: async (record) => {
      const group = `${base}${FILES.hits}/${Math.floor(record / HITS_PER_FILE)}.json?v=${encodeURIComponent(version)}`;
      const hits = (await (await load(group)).json()) as readonly Partial<SearchHit>[];
      return readHit(hits[record % HITS_PER_FILE], address);
    },
  };
}

/** What a stranger's file says of a project, as far as it is words and leads to its own site. */
function readHit(hit: Partial<SearchHit> | undefined, address: string): OtherHit {
  const path = wordsOf(hit?.url, 300).replace(/^\/+/, '');
  const place = new URL(path, address);
  return {
    address: place.href.startsWith(address) ? place.href : address,
    title: wordsOf(hit?.title, LONGEST.title) || '（没有写名称）',
    unit: wordsOf(hit?.unit, LONGEST.unit),
    excerpt: wordsOf(hit?.excerpt, LONGEST.excerpt),
  };
}

function wordsOf(value: unknown, most: number): string {
  return typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, most) : '';
}
