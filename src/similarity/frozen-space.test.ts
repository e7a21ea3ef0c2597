import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import table from './frozen-space.json' with { type: 'json' };
import { frozenSpace, readSpace } from './frozen-space.ts';
import { countGrams, gramOf } from './grams.ts';
import { foldIn, nearness } from './latent.ts';
import { makeVector } from './vector.ts';

test('a table is read as it is written', () => {
  const read = readSpace({
    units: [0.5, 0.25],
    pairs: { 停车: 'ng', 泊位: 'ou' },
    words: { 200000000: 'mn' },
  });
  expect(read.size).toBe(2);
  expect([...read.terms]).toEqual([
    [gramOf('停车'), 0],
    [gramOf('泊位'), 1],
    [200000000, 2],
  ]);
  expect([...read.table]).toEqual([0, -7, 1, 7, -1, 0]);
});

test('every row has a level for each axis, and terms ascend', () => {
  const { units, pairs, words } = table;
  for (const row of [...Object.values(pairs), ...Object.values(words)])
    expect(row).toMatch(new RegExp(`^[g-u]{${units.length}}$`));
  const terms = [...frozenSpace().terms.keys()];
  expect(terms).toEqual(terms.toSorted((a, b) => a - b));
  expect(new Set(terms).size).toBe(terms.length);
});

test('what goes together lies together, whether it shares a pair or not', () => {
  const place = (text: string) => foldIn(frozenSpace(), makeVector(countGrams(text)));
  const near = (a: string, b: string) => nearness(place(a), place(b));
  expect(near('停车泊位诱导', '车位空余查询')).toBeGreaterThan(2 * near('停车泊位诱导', '独居老人助餐'));
});

test('the table stays small', () => {
  expect(gzipSync(JSON.stringify(table)).length).toBeLessThan(120 * 1024);
});
