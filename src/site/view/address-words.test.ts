import { expect, it } from 'vitest';
import { addressQueries, addressWords } from './address-words.ts';

it.each([
  ['/projects/jia/zhi-hui-ting-che-k7m2/', ['jia', 'zhi', 'hui', 'ting', 'che']],
  ['/projects/%E6%99%BA%E6%85%A7%E5%81%9C%E8%BD%A6/', ['智慧停车']],
  ['/references/x.html', ['x']],
  ['/%E6%9', ['e6', '9']],
  ['/', []],
])('%s says %j', (path, words) => {
  expect(addressWords(path)).toEqual(words);
});

it('asks for all words first, then for fewer', () => {
  expect(addressQueries(['jia', 'ting', 'che'])).toEqual([
    'jia ting che',
    'ting che',
    'che',
    'jia ting',
    'jia',
  ]);
});
