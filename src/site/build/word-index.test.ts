import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionTokens } from '../../search/sections.ts';
import { WordIndex } from './word-index.ts';

const LANGUAGE = 'und';
/** Enough for several files, a record whose number takes more than a byte, and far places. */
const RECORDS = Array.from({ length: 320 }, (_, at) =>
  sectionTokens({
    title: `金水区第${at}号${'一网通办平台升级改造'.slice(at % 7)}项目（${at % 3}期）`,
    unit: at % 5 === 0 ? '' : `某某街道办事处${at % 11}`,
    summary: at === 7 ? '' : '线上办事，少跑腿。',
    text: Array.from({ length: 20 + (at % 9) }, (_one, part) =>
      String.fromCodePoint(0x4e00 + ((at * 31 + part * 97) % 400), 0x4e00 + ((at + part) % 90)),
    ).join('的'),
    facts: `20${at % 30}年\n${at}万元`,
  }),
);

describe('WordIndex', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'words-'));
    const { index } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
    for (const [at, words] of RECORDS.entries())
      await index?.addCustomRecord({ url: `/${at}/`, content: words.join(' '), language: LANGUAGE });
    await index?.writeFiles({ outputPath: dir });
    await pagefind.close();
  });
  afterAll(() => rm(dir, { recursive: true }));

  it("writes the very bytes of Pagefind's own index of the same words", async () => {
    const own = filesOf(RECORDS);
    const theirs = await readdir(join(dir, 'index'));
    expect(theirs.length).toBeGreaterThan(2);
    const opened = await Promise.all(theirs.map((name) => readFile(join(dir, 'index', name))));
    expect(textsOf(own.filter(([name]) => name.startsWith('index/')).map(([, bytes]) => bytes))).toEqual(
      textsOf(opened),
    );
  });

  it('says of the records and of the files what Pagefind says, but for their names', async () => {
    const [name = ''] = (await readdir(dir)).filter((one) => one.endsWith('.pf_meta'));
    const [version, pages, chunks, ...rest] = read(await readFile(join(dir, name))) as Meta;
    const [ownVersion, ownPages, ownChunks, ...ownRest] = read(filesOf(RECORDS).at(-1)?.[1]) as Meta;
    expect([ownVersion, ownRest]).toEqual([version, rest]);
    expect(ownPages.map(([, words]) => words)).toEqual(pages.map(([, words]) => words));
    expect(new Set(ownPages.map(([id]) => id)).size).toBe(RECORDS.length);
    expect(ownChunks.map(([from, to]) => [from, to])).toEqual(chunks.map(([from, to]) => [from, to]));
  });

  it('has one file that names none where there are no records', () => {
    const [only, ...others] = filesOf([]);
    expect(others).toEqual([]);
    expect(read(only?.[1])).toEqual(['1.6.0', [], [], [], [], []]);
  });
});

type Meta = [version: string, pages: [string, number, string][], chunks: string[][], ...rest: unknown[]];

function filesOf(records: readonly (readonly string[])[]): readonly (readonly [string, Buffer])[] {
  const index = new WordIndex(LANGUAGE);
  for (const words of records) index.add(words);
  return [...index.files('1.6.0').files];
}

const textsOf = (files: readonly Buffer[]): string[] =>
  files.map((bytes) => gunzipSync(bytes).toString('latin1')).sort();

/** Reads back what stands behind the signature: whole numbers, texts and lists. */
function read(file: Buffer | undefined): unknown {
  const bytes = gunzipSync(file ?? Buffer.alloc(0)).subarray('pagefind_dcd'.length);
  let at = 0;
  const size = (short: number): number => {
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  const value = (): unknown => {
    const head = bytes[at++] ?? 0;
    const many = size(head & 31);
    if (head >> 5 === 0) return many;
    if (head >> 5 !== 3) return Array.from({ length: many }, value);
    at += many;
    return bytes.toString('utf8', at - many, at);
  };
  return value();
}
