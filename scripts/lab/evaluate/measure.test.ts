import { expect, test } from 'vitest';
import type { Need } from '../../../src/similarity/types.ts';
import type { Judged } from './data.ts';
import { familiesOf } from './families.ts';
import { byFamily, macroRecall, questionsOf, rankOf, ratesOf, wilson } from './measure.ts';

const needs: Need[] = ['甲', '乙', '丙', '丁', '戊'].map((name, at) => ({ id: String(at), name }));
const [a, b, c, d, e] = needs as [Need, Need, Need, Need, Need];
const pairs: Judged[] = [
  { a, b, label: 'duplicate', family: '停车' },
  { a, b: c, label: 'overlap', family: '停车' },
  { a, b: d, label: 'distinct', family: '停车/养老' },
];
const families = familiesOf(pairs);
const questions = questionsOf(pairs, needs, families);

test('each duplicate is asked from both sides', () => {
  expect(questions.map(({ query, wanted }) => [query.name, wanted.name])).toEqual([
    ['甲', '乙'],
    ['乙', '甲'],
  ]);
});

test('known matches and unlabelled projects of the family are excused, distinct ones are not', () => {
  expect(questions.map(({ excused }) => excused.has(c))).toEqual([true, true]);
  expect(questions.map(({ excused }) => excused.has(d))).toEqual([false, false]);
});

test('the rank counts who is better or as good, but for the excused', () => {
  const [question] = questions;
  if (!question) throw new Error('no question');
  expect(rankOf(question, needs, Float64Array.of(9, 0.5, 0.9, 0.4, 0.1))).toBe(1);
  expect(rankOf(question, needs, Float64Array.of(9, 0.5, 0.9, 0.5, 0.1))).toBe(2);
  expect(rankOf(question, needs, new Float64Array(5))).toBe(3);
});

test('a family is told by the file, or by the duplicates that tie projects together', () => {
  expect([a, b, c, d, e].map((need) => families.get(need))).toEqual([
    '停车',
    '停车',
    '停车',
    '养老',
    undefined,
  ]);
  const untold = familiesOf([
    { a: b, b: c, label: 'duplicate' },
    { a, b, label: 'duplicate' },
    { a: d, b: e, label: 'distinct' },
  ]);
  expect([a, b, c, d, e].map((need) => untold.get(need))).toEqual(['乙', '乙', '乙', undefined, undefined]);
});

test('rates of ranks', () => {
  const { recall1, recall5, mrr } = ratesOf([1, 2, 10, 4]);
  expect([recall1.value, recall5.value]).toEqual([0.25, 0.75]);
  expect(mrr.value).toBeCloseTo((1 + 0.5 + 0.1 + 0.25) / 4);
});

test('a small family counts as much as a large one', () => {
  const asked = ['停车', '停车', '停车', '养老'].map((family) => ({
    query: a,
    wanted: b,
    excused: new Set<Need>(),
    family,
  }));
  expect(macroRecall(byFamily(asked, [1, 1, 9, 1]))).toBeCloseTo((2 / 3 + 1) / 2);
});

test("Wilson's interval of 95 out of 100 is the known one", () => {
  const { low, high } = wilson(95, 100);
  expect(low).toBeCloseTo(0.8882, 3);
  expect(high).toBeCloseTo(0.9785, 3);
});

test('an interval of nothing says nothing', () => {
  expect(wilson(0, 0)).toMatchObject({ value: Number.NaN, low: 0, high: 1 });
});
