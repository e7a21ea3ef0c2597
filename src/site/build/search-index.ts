import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { FILES, HITS_PER_FILE, type Manifest, type SearchHit } from '../../search/catalogue.ts';
import { toFilterColumns, toSortColumns } from '../../search/facets.ts';
import { sectionTokens } from '../../search/sections.ts';
import type { SumRow } from '../../search/sums.ts';
import type { Widening } from '../../search/widening.ts';
import { WordIndex } from './word-index.ts';

/** One page that the catalogue search can find. Names of filters and sorts are those the page asks for. */
export type SearchRecord = {
  /** Site-relative address, such as `/projects/x/`; no two records share one. */
  readonly url: string;
  readonly title: string;
  readonly unit: string;
  /** Shown under the title in the results, and searched. */
  readonly summary: string;
  /** Searched but not shown: functions, descriptions. */
  readonly text: string;
  /** Searched but not shown, a line each: number, years, amounts, kinds. */
  readonly facts?: string;
  /** How its name sounds in Latin letters, a line each. */
  readonly sounds?: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Numbers sort as numbers when all records have numbers. A record without the key is listed last. */
  readonly sort: Readonly<Record<string, string>>;
  /** What it adds to the sum under a list. */
  readonly sum: SumRow;
  /** Further values to show beside a result. */
  readonly meta: Readonly<Record<string, string>>;
};

export type SearchIndexSize = { readonly records: number; readonly bytes: number };

/** "und", undetermined: Pagefind has no stemmer and no segmenter for it, and writes its plain `wasm.unknown`. */
const LANGUAGE = 'und';
/** What `src/search/client.ts` loads of Pagefind's own files. Its user interfaces are 480 KB that nobody would load. */
const ENTRY = 'pagefind-entry.json';
const PROGRAM: readonly string[] = ['pagefind.js', 'wasm.unknown.pagefind', ENTRY];

/**
 * Writes the search index of the site, replacing whatever stood in `outDir`. Records that match equally well are later
 * listed in the order given here. `widenings`: other names to look by. `name`:
 * whose registry it is. Throws with Pagefind's own message when it reports an error.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  outDir: string,
  widenings: readonly Widening[] = [],
  name?: string,
): Promise<SearchIndexSize> {
  assertDistinct(records);
  await rm(outDir, { recursive: true, force: true });
  await writePagefind(records, outDir);
  await writeCatalogue(records, widenings, outDir, name);
  return { records: records.length, bytes: await sizeOf(outDir) };
}

/** Record numbers are Pagefind's page numbers, and Pagefind merges equal pages. */
function assertDistinct(records: readonly SearchRecord[]): void {
  const urls = new Set<string>();
  for (const { url } of records) {
    if (urls.has(url)) throw new Error(`two records to be searched have the address ${url}`);
    urls.add(url);
  }
}

/**
 * Pagefind writes its browser program, beside an index of one record that only says in which form its files are; the index
 * itself is written here, see `word-index.ts`.
 */
async function writePagefind(records: readonly SearchRecord[], outDir: string): Promise<void> {
  await writeProgram(outDir);
  await removeUnneeded(outDir);
  const index = new WordIndex(LANGUAGE);
  for (const record of records) index.add(sectionTokens(record));
  const entryFile = join(outDir, ENTRY);
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as PagefindEntry;
  const { hash, files } = index.files(entry.version);
  await mkdir(join(outDir, 'index'));
  for (const [name, bytes] of files) await writeFile(join(outDir, name), bytes);
  const known = { ...entry.languages[LANGUAGE], hash, page_count: records.length };
  await writeFile(entryFile, JSON.stringify({ ...entry, languages: { [LANGUAGE]: known } }));
}

/** As far as it is touched. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, object>>;
}

async function writeProgram(outDir: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw failure('createIndex', errors);
  try {
    const added = await index.addCustomRecord({ url: '/', content: LANGUAGE, language: LANGUAGE });
    if (added.errors.length > 0) throw failure('addCustomRecord', added.errors);
    const written = await index.writeFiles({ outputPath: outDir });
    if (written.errors.length > 0) throw failure('writeFiles', written.errors);
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
}

function failure(step: string, errors: readonly string[]): Error {
  return new Error(`Pagefind, ${step}: ${errors.join('; ') || 'no index and no message'}`);
}

async function removeUnneeded(outDir: string): Promise<void> {
  const names = (await readdir(outDir)).filter((name) => !PROGRAM.includes(name));
  await Promise.all(names.map((name) => rm(join(outDir, name), { recursive: true })));
}

async function writeCatalogue(
  records: readonly SearchRecord[],
  widenings: readonly Widening[],
  outDir: string,
  name: string | undefined,
): Promise<void> {
  await mkdir(join(outDir, FILES.hits), { recursive: true });
  const hits = records.map(toHit);
  const groups = Array.from({ length: Math.ceil(hits.length / HITS_PER_FILE) }, (_, n) =>
    JSON.stringify(hits.slice(n * HITS_PER_FILE, (n + 1) * HITS_PER_FILE)),
  );
  const files: readonly (readonly [string, string | Buffer])[] = [
    [FILES.filters, gzipSync(JSON.stringify(toFilterColumns(records)))],
    [FILES.sorts, gzipSync(JSON.stringify(toSortColumns(records)))],
    [FILES.sums, gzipSync(JSON.stringify(records.map(({ sum }) => sum)))],
    [FILES.widenings, gzipSync(JSON.stringify(widenings))],
    ...groups.map((text, n) => [join(FILES.hits, `${n}.json`), text] as const),
  ];
  await Promise.all(files.map(([name, data]) => writeFile(join(outDir, name), data)));
  const manifest: Manifest = {
    version: hash(JSON.stringify([records, widenings])),
    records: records.length,
    ...(name === undefined ? {} : { name }),
  };
  await writeFile(join(outDir, FILES.manifest), JSON.stringify(manifest));
}

function toHit({ url, title, unit, summary, meta }: SearchRecord): SearchHit {
  return { url, title, unit, excerpt: summary, meta };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

async function sizeOf(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return sizes.reduce((total, { size }) => total + size, 0);
}
