import {
  FILES,
  type FilterColumns,
  HITS_PER_FILE,
  type Manifest,
  type SearchHit,
  type SortColumns,
} from '../../../search/catalogue.ts';
import type { SumRow } from '../../../search/sums.ts';
import type { Widening } from '../../../search/widening.ts';
import { load, once, unpacked } from '../load.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { watchFailures } from './watched-fetch.ts';

/** Everything that searching needs, loaded once. All functions reject when something cannot be downloaded. */
export type LoadedIndex = {
  readonly version: string;
  readonly records: number;
  readonly filters: FilterColumns;
  /** The record numbers that contain these words one after another, with the position of the first match. */
  match(words: readonly string[]): Promise<Map<number, number>>;
  sorts(): Promise<SortColumns>;
  sums(): Promise<readonly SumRow[]>;
  widenings(): Promise<readonly Widening[]>;
  hit(record: number): Promise<SearchHit>;
};

type Matcher = LoadedIndex['match'];

export async function readManifest(base: string): Promise<Manifest> {
  const response = await load(base + FILES.manifest, 'no-store');
  return (await response.json()) as Manifest;
}

/** Loads the index at `base`, which ends with a slash. */
export async function loadIndex(base: string): Promise<LoadedIndex> {
  const { version, records } = await readManifest(base);
  const file = (name: string): string => `${base}${name}?v=${version}`;
  const [match, filters] = await Promise.all([
    loadMatcher(base, records),
    getPacked(file(FILES.filters)) as Promise<FilterColumns>,
  ]);
  const sorts = once(() => getPacked(file(FILES.sorts)) as Promise<SortColumns>);
  const sums = once(() => getPacked(file(FILES.sums)) as Promise<readonly SumRow[]>);
  const widenings = once(() => getPacked(file(FILES.widenings)) as Promise<readonly Widening[]>);
  const groups = new Map<number, () => Promise<SearchHit[]>>();
  const group = (n: number): Promise<SearchHit[]> => {
    const loadGroup = groups.get(n) ?? once(async () => (await load(file(`${FILES.hits}/${n}.json`))).json());
    groups.set(n, loadGroup);
    return loadGroup();
  };
  const hit = async (record: number): Promise<SearchHit> => {
    const found = (await group(Math.floor(record / HITS_PER_FILE)))[record % HITS_PER_FILE];
    if (!found) throw new Error(`record ${record} is not in the index`);
    return found;
  };
  return { version, records, filters, match, sorts, sums, widenings, hit };
}

/** A page has one index, whose requests are watched once however often it is loaded. */
let failuresIn: (() => number) | undefined;

async function loadMatcher(base: string, records: number): Promise<Matcher> {
  // Pagefind refuses to start on an index without pages.
  if (records === 0) return async () => new Map();
  const folder = new URL(base, document.baseURI).href;
  failuresIn ??= watchFailures(folder);
  const failures = failuresIn;
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  // Without a worker: it would download a second copy of the script, and copy every result between threads.
  const pagefind = module.createInstance({ basePath: base, noWorker: true });
  const numbers = await numberRecords(pagefind, records);
  return async (words) => {
    // Quotation marks ask for the words one after another, and for nothing when one of them is missing.
    const before = failures();
    const { results } = await pagefind.search(`"${words.join(' ')}"`);
    if (failures() > before) throw new Error('a part of the index did not come');
    return new Map(results.map(({ id, words: at }) => [numbers.get(id) ?? -1, at[0] ?? 0]));
  };
}

/** Pagefind's ids are hashes; its list of everything is in the order in which the records were written. */
async function numberRecords(pagefind: PagefindInstance, records: number): Promise<Map<string, number>> {
  const { results } = await pagefind.search(null);
  if (results.length !== records) throw new Error(`${results.length} records where ${records} were written`);
  return new Map(results.map(({ id }, number) => [id, number]));
}

async function getPacked(address: string): Promise<unknown> {
  return unpacked(await load(address)).json();
}
