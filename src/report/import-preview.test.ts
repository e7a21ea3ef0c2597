import { expect, it } from 'vitest';
import { readBook } from '../ledger/read-book.ts';
import { understand } from '../ledger/understand.ts';
import { previewJson, previewText } from './import-preview.ts';

const LEDGER =
  '项目名称,单位,金额（万元）,年份,主要内容,怪列\n甲平台,某局,12,2021,采集,x\n乙系统,某局,若干,2022,派遣,\n合计,,12,,,\n';
const understood = understand(readBook(new TextEncoder().encode(LEDGER), '台账.csv'));

it('gives programs exactly projects, left and questions', () => {
  const told = JSON.parse(previewJson(understood));
  expect(Object.keys(told)).toEqual(['projects', 'left', 'questions']);
  expect(told.projects[0]).toMatchObject({
    sheet: '台账.csv',
    row: 2,
    name: '甲平台',
    unit: '某局',
    amount: 12,
    year: 2021,
    description: '采集',
  });
  expect(told.projects[1]).toMatchObject({ row: 3, amount: null });
  expect(told.left).toEqual([{ sheet: '台账.csv', row: 4, why: '这一行是「合计」，不是项目。' }]);
  expect(told.questions).toEqual([
    {
      sheet: '台账.csv',
      row: 1,
      column: '怪列',
      asks: expect.any(String),
      choices: expect.arrayContaining(['不导入', '建设内容']),
    },
    {
      sheet: '台账.csv',
      row: 3,
      column: '金额（万元）',
      cell: 'C3',
      asks: '「若干」读不出金额。',
      choices: [],
    },
  ]);
});

it('tells people column by column what was understood, and how much was read', () => {
  const text = previewText(understood);
  expect(text).toContain('金额（万元） → 读作 金额，单位万元');
  expect(text).toContain('怪列 → 不认识，不导入');
  expect(text).toMatch(/金额 1\/2 行读到，单位 2\/2，年份 2\/2，建设内容 2\/2。$/);
});
