import { expect, it } from 'vitest';
import { widen } from './widening.ts';

const WIDENINGS = [
  { names: ['停车', '泊车', '停车诱导', '车位'], found: ['停车', '车位'] },
  { names: ['网格', '网格化治理'], found: ['网格'] },
  { names: ['老人', '长者', '独居老人'], found: ['老年人'] },
];

it.each([
  ['泊车', { words: ['停车', '车位'], whole: true }],
  ['停车', { words: ['车位'], whole: true }],
  ['停车诱导', { words: ['车位'], whole: true }],
  ['社区网格', { words: ['网格'], whole: false }],
  ['给独居老人装手环', { words: ['老年人'], whole: false }],
  ['Ｂ泊车', { words: ['停车', '车位'], whole: false }],
])('%s', (term, widened) => {
  expect(widen(WIDENINGS, term)).toEqual(widened);
});

it.each(['火星', '', '。', '网格'])('「%s」 has no other name here', (term) => {
  expect(widen(WIDENINGS, term)).toBeUndefined();
});
