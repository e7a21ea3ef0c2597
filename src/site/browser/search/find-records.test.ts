import { expect, it } from 'vitest';
import { sectionTokens } from '../../../search/sections.ts';
import { queryPhrases } from '../../../search/tokens.ts';
import { findRecords, type Matched } from './find-records.ts';

/** An index that holds these records, each a title and a text. */
function indexOf(records: readonly (readonly [title: string, text: string])[]): Matched {
  const words = records.map(([title, text]) => sectionTokens({ title, unit: '', summary: '', text }));
  return {
    records: records.length,
    match: async (asked) =>
      new Map(
        words.flatMap((own, record) => {
          const at = own.findIndex((_, start) => asked.every((word, i) => own[start + i] === word));
          return at < 0 ? [] : [[record, at] as const];
        }),
      ),
  };
}

const INDEX = indexOf([
  ['停车平台', '总投资 2,800.00 万元'],
  ['助餐平台', '投资800万元'],
  ['安排资金2000万元的交通系统', '没有写金额'],
  ['零元项目', '0万元'],
]);

it.each([
  ['800万', [1]],
  ['2800万元', [0]],
  ['0.28亿', [0]],
  ['2,800 万元', [0]],
  // Any part of a name is found, also where it is a sum by itself; the name comes before the texts.
  ['0万', [2, 3]],
  ['000万', [2, 3]],
  ['300万', []],
])('finds for %s the records with that sum, and names that hold these characters', async (query, found) => {
  expect(await findRecords(INDEX, queryPhrases(query))).toEqual(found);
});
