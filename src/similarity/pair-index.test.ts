import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGrams } from './grams.ts';
import { fold } from './normalise.ts';
import { bucketOf, indexPairs } from './pair-index.ts';

const WORDS = [
  '停车',
  '诱导',
  '泊位',
  'GIS',
  '5G',
  '12345',
  '平台',
  '独居老人',
  '。',
  '，',
  '\n',
  ' ',
  'NB-IoT',
  'x',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(''));

describe('the index of pairs', () => {
  it('knows every text with a pair or a word, however it is folded later', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const index = indexPairs(texts);
        for (const [number, written] of texts.entries())
          for (const gram of countGrams(fold(written)).keys())
            expect(index.holders(bucketOf(gram))).toContain(number);
      }),
    );
  });

  it('names each text once for a pair, in ascending order, and counts its pairs', () => {
    const index = indexPairs(['停车停车停车', '', '智慧停车', 'GIS gis Gis']);
    const [gram = 0] = countGrams('停车').keys();
    expect([...index.holders(bucketOf(gram))]).toEqual([0, 2]);
    // 停车 and 车停; 智慧, 慧停 and 停车; one word.
    expect([...index.richness]).toEqual([2, 0, 3, 1]);
    expect(index.size).toBe(4);
  });

  it('says nothing of a pair that stands nowhere', () => {
    const [gram = 0] = countGrams('殡葬').keys();
    expect([...indexPairs(['停车', '泊位']).holders(bucketOf(gram))]).toEqual([]);
  });
});
