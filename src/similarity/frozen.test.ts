import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FROZEN_COUNTS, readFrozen } from './frozen.ts';
import table from './frozen-counts.json' with { type: 'json' };
import { gramOf } from './grams.ts';
import { rarityOf } from './rarity.ts';

test('every count of the table lies between two and the number of texts', () => {
  const { total, concepts, grams } = FROZEN_COUNTS;
  expect(total).toBeGreaterThan(500);
  for (const count of [...concepts.values(), ...grams.values()]) {
    expect(Number.isInteger(count)).toBe(true);
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(total);
  }
});

test('pairs are whole pairs of Han characters, and none is counted twice', () => {
  const pairs = Object.values(table.grams).join('');
  expect(pairs).toMatch(/^(?:[\u3400-\u9fff]{2})+$/);
  const words = Object.values(table.words).flat();
  expect(FROZEN_COUNTS.grams.size).toBe(pairs.length / 2 + words.length);
});

test('what every notice says counts less than what few say', () => {
  const { gram } = rarityOf(FROZEN_COUNTS);
  expect(gram(gramOf('建设'))).toBeLessThan(gram(gramOf('养老')));
  expect(gram(gramOf('养老'))).toBeLessThan(gram(gramOf('龘龘')));
});

test('a table is read as it is written', () => {
  const read = readFrozen({ total: 9, concepts: { a: 3 }, grams: { 2: '甲乙丙丁' }, words: { 4: [7] } });
  expect([...read.concepts]).toEqual([['a', 3]]);
  expect([...read.grams]).toEqual([
    [gramOf('甲乙'), 2],
    [gramOf('丙丁'), 2],
    [7, 4],
  ]);
});

test('the table stays small enough for a page', () => {
  expect(gzipSync(JSON.stringify(table)).length).toBeLessThan(60 * 1024);
});
