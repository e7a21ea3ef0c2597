import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchRecord, writeSearchIndex } from './search-index.ts';

const record = (url: string): SearchRecord => ({
  url,
  title: '金水区一网通办平台',
  unit: '金水区大数据管理局',
  summary: '线上办事',
  text: '硬件采购',
  filters: {},
  sort: {},
  sum: null,
  meta: {},
});

describe('writeSearchIndex', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'index-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('replaces what stood in the folder and tells records and bytes', async () => {
    const out = join(dir, 'replaced');
    await writeSearchIndex([record('/a/'), record('/b/')], out);
    await writeFile(join(out, 'left-over.js'), '');
    const before = await readdir(join(out, 'index'));
    const size = await writeSearchIndex([record('/c/')], out);
    expect(size.records).toBe(1);
    expect(size.bytes).toBeGreaterThan(100_000);
    expect(size.bytes).toBeLessThan(150_000);
    expect(await readdir(out)).not.toContain('left-over.js');
    expect(await readdir(join(out, 'index'))).toHaveLength(before.length);
  });

  it('changes its version whenever a record changes, and only then', async () => {
    const version = async (records: SearchRecord[]): Promise<string> => {
      await writeSearchIndex(records, join(dir, 'version'));
      return readFile(join(dir, 'version', 'catalogue.json'), 'utf8');
    };
    const first = await version([record('/a/')]);
    expect(await version([record('/a/')])).toBe(first);
    expect(await version([{ ...record('/a/'), filters: { 年份: ['2021'] } }])).not.toBe(first);
  });

  it('uses no stemmer and no segmenter', async () => {
    const out = join(dir, 'language');
    await writeSearchIndex([record('/a/')], out);
    const { languages } = JSON.parse(await readFile(join(out, 'pagefind-entry.json'), 'utf8'));
    expect(languages).toEqual({ und: expect.objectContaining({ wasm: null, page_count: 1 }) });
    expect(await readdir(out)).toContain('wasm.unknown.pagefind');
  });

  it('refuses two records with one address', async () => {
    await expect(writeSearchIndex([record('/a/'), record('/a/')], join(dir, 'twice'))).rejects.toThrow(
      'two records to be searched have the address /a/',
    );
  });

  it('throws when the folder cannot be written', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    await expect(writeSearchIndex([record('/a/')], join(file, 'below'))).rejects.toThrow();
  });
});
