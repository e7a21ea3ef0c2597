import { expect, it } from 'vitest';
import { widen } from '../../search/widening.ts';
import { foldPlain } from '../../text/fold.ts';
import type { SearchRecord } from './search-index.ts';
import { searchWidenings } from './search-widening.ts';
import { SHORT_NAMES } from './short-names.ts';

const record = (text: string, facts = ''): SearchRecord => ({
  url: '/projects/jia/a/',
  title: '',
  unit: '',
  summary: '',
  text,
  facts,
  sounds: '',
  filters: {},
  sort: {},
  sum: null,
  meta: {},
});
const RECORDS = [record('路内停车泊位和停车诱导'), record('视频联网', '物联网\n5G通讯')];

it.each([
  ['parking', ['停车']],
  ['PARKING', ['停车']],
  ['IoT', ['物联网']],
  ['CCTV', ['视频']],
])('leads from %s to the Chinese words that stand in the registry', (typed, words) => {
  expect(widen(searchWidenings(RECORDS, []), typed)).toEqual({ words, whole: true });
});

it('knows nothing of what no record says', () => {
  expect(widen(searchWidenings(RECORDS, []), 'elevator')).toBeUndefined();
});

it('has every short name in one group only', () => {
  const latin = SHORT_NAMES.flat()
    .map(foldPlain)
    .filter((name) => /^[a-z0-9]+$/.test(name));
  expect(new Set(latin).size).toBe(latin.length);
});
