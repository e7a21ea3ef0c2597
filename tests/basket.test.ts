import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../src/documents/read-document.ts';
import { readLexiconFile } from '../src/io/lexicon-file.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { asked } from '../src/similarity/comparison.ts';
import { needOfText } from '../src/similarity/need-of-text.ts';
import { registryNeeds } from '../src/similarity/registry-needs.ts';
import { openLibrary, type RemoteLibrary } from '../src/similarity/remote-library.ts';
import type { Need } from '../src/similarity/types.ts';
import { buildSimilar } from '../src/site/build/similar-model.ts';
import { BASKETS, type Basket, lines, TITLE } from './support/baskets.ts';

async function fromWord(basket: Basket): Promise<Need | undefined> {
  const row = (cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const rows = [
    ['序号', '模块名称', '建设内容'],
    ...basket.map(([name, note], at) => [`${at + 1}`, name, note]),
  ];
  const children = [
    new Paragraph(`${TITLE}建设方案`),
    new Table({ rows: rows.map(row) }),
    new Paragraph('总投资486万元'),
  ];
  const read = await readDocument(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return 'text' in read ? needOfText(read.text) : undefined;
}

const WAYS: Readonly<Record<string, (basket: Basket) => Need | undefined | Promise<Need | undefined>>> = {
  'stated functions': (basket) => ({
    id: '-',
    name: TITLE,
    functions: basket.map(([name, note]) => ({ name, note })),
  }),
  'a numbered list': (basket) =>
    needOfText(`${TITLE}\n${lines(basket, (name, note, at) => `${at}. ${name}：${note}。`).join('\n')}`),
  'one paragraph': (basket) =>
    needOfText(`${TITLE}，总投资486万元。${lines(basket, (name, note) => `${name}，${note}`).join('；')}。`),
  'a table in Word': fromWord,
};

const BY = { concepts: readLexiconFile('registry'), threshold: undefined };

/** As a page opens it. */
function opened(needs: readonly Need[]): Promise<RemoteLibrary> {
  const { stamp, pack, texts } = buildSimilar(BY, needs);
  const all: Record<string, unknown> = { 'index.json': pack };
  for (const [file, text] of texts.entries()) all[`texts/${file}.json`] = text;
  return openLibrary(async (path) => JSON.parse(JSON.stringify(all[path])), stamp);
}

let registered: readonly Need[];
let library: RemoteLibrary;
beforeAll(async () => {
  registered = registryNeeds(await loadRegistry('registry'));
  library = await opened(registered);
});

describe('a plan that packs eight modules into one platform', () => {
  const cases = BASKETS.flatMap((basket, at) =>
    Object.keys(WAYS).map((way) => [at + 1, way, basket] as const),
  );

  it.each(cases)('basket %i as %s: each module is found and must be answered', async (_, way, basket) => {
    const need = await WAYS[way]?.(basket);
    if (!need) throw new Error('no need');
    const { modules, found } = await library.compare(need);
    const must = new Set(asked({ similar: found.map(({ candidate }) => candidate) }).map(({ id }) => id));
    for (const [name, , there] of basket) {
      const row = modules.rows.find((one) => one.name === name);
      const [first] = row?.matches.filter((match) => match.name.includes(there)) ?? [];
      expect([name, first?.name ?? row?.matches.map((match) => match.name)]).toEqual([
        name,
        expect.stringContaining(there),
      ]);
      expect(row?.matches.some(({ id }) => must.has(id))).toBe(true);
    }
    expect(modules).toMatchObject({ existing: 8, rows: { length: 8 } });
  });

  it('and also where one sentence lists them', async () => {
    const need = needOfText(
      '拟建设社区综合管理平台，主要包括独居老人看护、停车诱导、事件上报处置、物业表决、志愿服务积分、沿街门店烟感、视频补点、党员学习等8个子系统。',
    );
    const { modules } = await library.compare(need ?? { id: '-', name: '' });
    expect(modules).toMatchObject({ existing: 8, rows: { length: 8 } });
  });
});

describe('a platform of eight modules that is registered already', () => {
  it.each(BASKETS.map((basket, at) => [at + 1, basket] as const))(
    'platform %i: whoever later plans one of its modules has to answer for it',
    async (_, basket) => {
      const platform: Need = {
        id: 'jiedao/pingtai',
        name: TITLE,
        unit: '某街道办事处',
        functions: basket.map(([name, note]) => ({ name, note })),
      };
      const { compare } = await opened([...registered, platform]);
      for (const [, , there] of basket) {
        const single = registered.find((one) => one.name.includes(there) && !one.elsewhere);
        if (!single) throw new Error(there);
        const { name: title, description, functions } = single;
        const { found } = await compare({ id: '-', name: title, description, functions });
        const hit = found.find(({ candidate }) => candidate.id === platform.id)?.candidate;
        expect([there, hit?.mustAnswer]).toEqual([there, true]);
      }
    },
  );
});
