import { expect, test } from 'vitest';
import { readLexiconFile } from '../io/lexicon-file.ts';
import { loadRegistry } from '../io/registry.ts';
import { disguise, letCanarySing } from './canary.ts';
import { libraryOfRegistry } from './library.ts';
import { registryNeeds } from './registry-needs.ts';
import type { Need } from './types.ts';

const concepts = readLexiconFile('registry');
const open = (all: readonly Need[]) => libraryOfRegistry({ concepts, threshold: undefined }, all);
const needs = registryNeeds(await loadRegistry('registry'));

test('the copy of an entry is found over the real lexicon', () => {
  const { original, planted, sings } = letCanarySing(open, needs);
  expect(needs).toContain(original);
  expect(planted.name).not.toBe(original.name);
  expect(sings).toBe(true);
});

test('an empty registry has a copy built in', () => {
  const { original, sings } = letCanarySing(open, []);
  expect(original.id).toBe('canary');
  expect(sings).toBe(true);
});

test('whatever entry of the registry is copied, it is found', () => {
  const missed = needs
    .filter((_, at) => at % 5 === 0)
    .map((need) => ({ ...need, elsewhere: false, retired: false }))
    .filter((need) => letCanarySing(open, [need]).sings === false)
    .map(({ name }) => name);
  expect(missed).toEqual([]);
});

test('what nobody has to answer for is not copied', () => {
  const [need] = needs;
  if (!need) throw new Error('The registry is empty');
  const unfit: Need[] = [
    { ...need, retired: true },
    { ...need, elsewhere: true },
    { ...need, description: '很短。', functions: [] },
    { ...need, name: '视频监控平台运行维护服务项目' },
  ];
  for (const one of unfit) expect(letCanarySing(open, [one]).original.id).toBe('canary');
});

test('a search that has lost its entries, or gives none of them weight, does not sing', () => {
  expect(letCanarySing(() => open([]), needs)).toMatchObject({ candidate: undefined, sings: false });
  const faint = needs.map(({ id }): Need => ({ id, name: '一二', description: '三四五六。'.repeat(40) }));
  expect(letCanarySing((all) => open(faint.slice(0, all.length)), needs).sings).toBe(false);
});

test('a disguise leaves out a clause in three and turns the order', () => {
  const plain: Need = {
    id: 'x',
    name: '甲街道停车平台',
    description: '第一句话，第二句话。第三句话；第四句话',
  };
  expect(disguise(plain)).toMatchObject({
    id: 'x#canary',
    description: '第四句话，第二句话，第一句话',
  });
  expect(disguise(plain).name).not.toContain('甲街道');
});
