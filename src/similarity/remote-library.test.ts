import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { type Basis, libraryOfRegistry } from './library.ts';
import { pack } from './pack.ts';
import { openLibrary, type ReadFile } from './remote-library.ts';
import { StaleError, textFiles } from './texts.ts';
import type { Need } from './types.ts';

const LEXICON: readonly Concept[] = ['停车', '养老', '监控'].map((name, at) => ({
  id: `concept-${at}`,
  name,
  field: '办公协同',
  nature: '平台',
  forms: [name],
  broader: [],
  related: [],
  weights: {},
  generic: false,
}));
const BASIS: Basis = { concepts: LEXICON, threshold: undefined };
const NEEDS: readonly Need[] = Array.from({ length: 60 }, (_, at) => ({
  id: `n-${at}`,
  name: `${['停车', '养老', '监控'][at % 3]}第${at}号平台`,
  description: `第${at}号，${['车位', '手环', '探头'][at % 3]}采集与预警，工单派发`,
}));
const ASKED: Need = { id: '-', name: '养老预警平台', description: '手环采集，工单派发' };

/** The files of a registry as a server would give them, each counted when it is read. */
function files(stamp: string, change: Record<string, unknown> = {}, by = BASIS) {
  const { needs, digests, space } = libraryOfRegistry(by, NEEDS, arrange);
  const all: Record<string, unknown> = { 'index.json': pack({ stamp, by, digests, space }) };
  for (const [n, texts] of textFiles(needs, stamp).entries()) all[`texts/${n}.json`] = texts;
  const asked: string[] = [];
  const read: ReadFile = async (path) => {
    asked.push(path);
    const file = { ...all, ...change }[path];
    if (file === undefined) throw new Error(`404 ${path}`);
    return JSON.parse(JSON.stringify(file));
  };
  return { read, asked };
}

describe('a library in files', () => {
  it('finds to the last character what the registry itself finds', async () => {
    const { find } = await openLibrary(files('a').read, 'a');
    const { found } = await find(ASKED, 10);
    const there = libraryOfRegistry(BASIS, NEEDS).find(ASKED, 10);
    expect(JSON.stringify(found.map(({ candidate }) => candidate))).toBe(JSON.stringify(there));
    for (const { candidate, other } of found) expect(other.id).toBe(candidate.id);
  });

  it.each([0, 0.9999])('asks for answers by the dial of the office (%d)', async (threshold) => {
    const by = { concepts: LEXICON, threshold };
    const { find } = await openLibrary(files('a', {}, by).read, 'a');
    const asks = (all: readonly { mustAnswer: boolean }[]) => all.map(({ mustAnswer }) => mustAnswer);
    const { found } = await find(ASKED, 10);
    expect(new Set(asks(found.map(({ candidate }) => candidate)))).toEqual(new Set([threshold === 0]));
    expect(asks(libraryOfRegistry(by, NEEDS).find(ASKED, 10))).toEqual(
      asks(found.map(({ candidate }) => candidate)),
    );
  });

  it('reads a file of texts once', async () => {
    const { read, asked } = files('a');
    const { find } = await openLibrary(read, 'a');
    await find(ASKED, 10);
    await find(ASKED, 10);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('says whether a question tells enough', async () => {
    const { find } = await openLibrary(files('a').read, 'a');
    expect((await find(ASKED, 10)).telling).toBe(true);
    expect(await find({ id: '-', name: '好的' }, 10)).toMatchObject({
      found: [],
      telling: false,
      modules: { existing: 0 },
    });
  });

  it('throws for another state, of the index or of the texts', async () => {
    await expect(openLibrary(files('a').read, 'b')).rejects.toThrow(StaleError);
    const old = textFiles(NEEDS, 'old')[0];
    const { find } = await openLibrary(files('a', { 'texts/0.json': old, 'texts/1.json': old }).read, 'a');
    await expect(find(ASKED, 10)).rejects.toThrow(StaleError);
  });

  it.each([undefined, {}, { stamp: 'a', needs: [] }, { stamp: 'a', needs: NEEDS.slice(3) }])(
    'throws rather than leave out a candidate whose text cannot be had (%#)',
    async (wrong) => {
      const change = Object.fromEntries([0, 1, 2].map((n) => [`texts/${n}.json`, wrong]));
      const { find } = await openLibrary(files('a', change).read, 'a');
      await expect(find(ASKED, 10)).rejects.toThrow();
    },
  );
});
