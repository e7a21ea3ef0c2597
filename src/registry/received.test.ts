import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { exampleFile } from '../rules/examples/examples.ts';
import { writeEvent } from '../text/write-event.ts';
import { readEntry } from './read-entry.ts';
import { readRecords } from './read-records.ts';
import { differencesFrom, differenceWords, receivedContent } from './received.ts';

const { projects } = check(readRegistryFiles('registry'), {
  today: '2026-11-24',
  only: new Set(),
  similarity: { compare: '不查' },
});
const filings = projects.map(({ entry }): [string, typeof entry] => [entry.id, entry]);
const edited = (edit: Parameters<typeof exampleFile>[0]['edit'], base: '6.1' | '6.2财政' = '6.2财政') => {
  const { file, text } = exampleFile({ base, edit });
  return readEntry(file, new TextEncoder().encode(text)).entry;
};

/** As it comes back from the records file. */
function receivedOf(entry: Parameters<typeof receivedContent>[0]) {
  const content = receivedContent(entry) ?? {};
  const event = { 日期: '2026-03-10', 事项: '受理', 登记号: '1号', 经办: '办公室', 受理内容: content };
  const { events, problems } = readRecords('records/a/b.yaml', new TextEncoder().encode(writeEvent(event)));
  expect(problems).toEqual([]);
  return events[0]?.received;
}

describe('what was received', () => {
  it.each(filings)('is written and read back without a difference: %s', (_id, entry) => {
    const received = receivedOf(entry);
    expect(received && differencesFrom(received, entry)).toEqual([]);
  });

  it.each([
    ['the route', { 表式: '备案表', 建设阶段: '正在建设' }, '重新审核'],
    ['the money', { 资金来源: [{ 来源: '社会资金', 金额: '320' }], 申请补助资金: null }, '重新审核'],
    ['the sum', { 资金预算: '640' }, '变更说明'],
    ['the name', { 项目名称: '示例街道另一个平台' }, '变更说明'],
    ['the effect', { 项目预期效果: '覆盖 12 名独居老人。' }, '变更说明'],
    ['the functions', { 功能清单: [{ 名称: '点名', 说明: '每日点名' }] }, '变更说明'],
  ] as const)('differs when %s is changed, and what follows is said', (_, edit, consequence) => {
    const received = receivedOf(edited({}));
    if (!received) throw new Error('Nothing received');
    const differences = differencesFrom(received, edited(edit));
    expect(differences.map((one) => one.consequence)).toContain(consequence);
    for (const one of differences) expect(differenceWords(one)).toMatch(/^\S+：受理时.+，现在.+/);
  });

  it('does not differ when a filing of 第六条第1项 is finished', () => {
    const building = { 建设阶段: '正在建设', 已建成日期: null, 预计建成日期: '2026-12-31' };
    const received = receivedOf(edited(building, '6.1'));
    expect(received && differencesFrom(received, edited({}, '6.1'))).toEqual([]);
  });
});
