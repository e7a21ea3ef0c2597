import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { sectionTokens } from '../search/sections.ts';

/** One page that the catalogue search can find. Names of filters and sorts are those the page asks for. */
export type SearchRecord = {
  /** Site-relative address, such as `/projects/x/`. */
  readonly url: string;
  readonly title: string;
  readonly unit: string;
  /** Shown under the title in the results, and searched. */
  readonly summary: string;
  /** Searched but not shown: functions, descriptions. */
  readonly text: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** The same keys in every record: Pagefind drops a record without the key from a sorted result. */
  readonly sort: Readonly<Record<string, string>>;
  /** Further values to show beside a result. */
  readonly meta: Readonly<Record<string, string>>;
};

export type SearchIndexSize = { readonly records: number; readonly bytes: number };

/** "und", undetermined: Pagefind has no stemmer and no segmenter for it, and writes its plain `wasm.unknown`. */
const LANGUAGE = 'und';
/** Records sent to Pagefind's process before waiting for its answers. */
const BATCH = 500;
/** What `src/search/client.ts` loads; Pagefind's own user interfaces are about 480 KB that nobody would. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.+\.pf_meta|index|filter|fragment)$/;

/**
 * Writes the search index of the site, replacing whatever stood in `outDir`. Records that match equally well are later
 * listed in the order given here. Throws with Pagefind's own message when it reports an error.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  outDir: string,
): Promise<SearchIndexSize> {
  assertSameSorts(records);
  const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw failure('createIndex', errors);
  try {
    for (let i = 0; i < records.length; i += BATCH) await addBatch(index, records.slice(i, i + BATCH));
    await rm(outDir, { recursive: true, force: true });
    const written = await index.writeFiles({ outputPath: outDir });
    if (written.errors.length > 0) throw failure('writeFiles', written.errors);
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
  return { records: records.length, bytes: await keepNeeded(outDir) };
}

async function addBatch(index: pagefind.PagefindIndex, records: readonly SearchRecord[]): Promise<void> {
  const answers = await Promise.all(records.map((record) => index.addCustomRecord(toPagefind(record))));
  answers.forEach(({ errors }, i) => {
    if (errors.length > 0) throw failure(records[i]?.url ?? 'addCustomRecord', errors);
  });
}

function toPagefind(record: SearchRecord): pagefind.CustomRecord {
  const { url, title, unit, summary } = record;
  return {
    url,
    content: sectionTokens(record).join(' '),
    language: LANGUAGE,
    meta: { ...record.meta, title, unit, summary },
    filters: Object.fromEntries(Object.entries(record.filters).map(([name, values]) => [name, [...values]])),
    sort: { ...record.sort },
  };
}

function assertSameSorts(records: readonly SearchRecord[]): void {
  const keysOf = (record: SearchRecord) => Object.keys(record.sort).sort().join(', ');
  const [first] = records;
  const odd = records.find((record) => first && keysOf(record) !== keysOf(first));
  if (odd && first)
    throw new Error(`${odd.url} sorts by "${keysOf(odd)}", ${first.url} by "${keysOf(first)}"`);
}

function failure(step: string, errors: readonly string[]): Error {
  return new Error(`Pagefind, ${step}: ${errors.join('; ') || 'no index and no message'}`);
}

/** Removes what the site never loads, and returns the bytes that remain. */
async function keepNeeded(outDir: string): Promise<number> {
  for (const name of await readdir(outDir)) {
    if (!NEEDED.test(name)) await rm(join(outDir, name), { recursive: true });
  }
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return sizes.reduce((total, { size }) => total + size, 0);
}
