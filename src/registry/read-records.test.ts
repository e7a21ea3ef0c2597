import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_NAMES } from '../records/event-names.ts';
import { eventFields } from '../records/events.ts';
import { readFast } from '../text/head.ts';
import type { Raw } from '../text/raw.ts';
import { writeEvent } from '../text/write-event.ts';
import { type ReadRecords, readRecords } from './read-records.ts';

const FILE = 'records/shili/guanai.yaml';
const RECEIPT = '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示数备〔2026〕3号\n  经办: 办公室综合组\n';

function read(text: string): ReadRecords {
  return readRecords(FILE, new TextEncoder().encode(text));
}
const rules = (text: string) => read(text).problems.map(({ rule }) => rule);

describe('a records file', () => {
  it('is read in order, with the project it belongs to', () => {
    const log = read(`${RECEIPT}- 日期: 2026-04-01\n  事项: 数据归集\n  经办: 办公室技术组\n`);
    expect(log.problems).toEqual([]);
    expect(log).toMatchObject({ id: 'shili/guanai', sound: true });
    expect(log.events).toEqual([
      { date: '2026-03-10', event: '受理', number: '示数备〔2026〕3号', handler: '办公室综合组', index: 0 },
      { date: '2026-04-01', event: '数据归集', handler: '办公室技术组', index: 1 },
    ]);
  });

  it.each(EVENT_NAMES)('takes every key that the dictionary gives to %s, in its own example', (name) => {
    const written = eventFields(name).map(({ key, label, example }): [string, Raw] => {
      if (key === 'received') return [label, readFast(example) ?? {}];
      return [label, key === 'event' ? name : example];
    });
    expect(read(writeEvent(Object.fromEntries(written))).problems).toEqual([]);
  });

  it.each(EVENT_NAMES)('misses every key that %s must have', (name) => {
    const wanted = eventFields(name).filter(({ key, need }) => need === '必填' && key !== 'event');
    const { problems, sound } = read(`- 事项: ${name}\n`);
    const missed = problems.map(({ path }) => path.at(-1));
    expect(missed).toEqual(wanted.map(({ label }) => label));
    expect(sound).toBe(false);
  });

  it.each([
    ['nothing at all', ''],
    ['only a comment', '# 办理记录\n'],
    ['labels without a list', '日期: 2026-03-10\n事项: 受理\n'],
    ['a list of words', '- 受理\n- 审核\n'],
    ['an event of no known kind', RECEIPT.replace('受理', '受理了')],
    ['an event whose kind is a list', '- 事项:\n    - 受理\n  日期: 2026-03-10\n'],
    ['a key that its kind does not take', `${RECEIPT}  金额: 3\n`],
    ['a key that nothing takes', `${RECEIPT}  __proto__: 3\n`],
    ['a day that is none', RECEIPT.replace('2026-03-10', '2026-02-30')],
    ['a verdict of another kind', '- 日期: 2026-03-10\n  事项: 审核\n  结论: 已补齐\n  经办: 办公室\n'],
  ])('of %s is a finding and no exception', (_, text) => {
    expect(rules(text)).toContain('record-event-valid');
    expect(read(text).sound).toBe(false);
  });

  it.each([
    ['parse-fullwidth-colon', RECEIPT.replace('事项: ', '事项：')],
    ['parse-duplicate-key', `${RECEIPT}  经办: 他人\n`],
    ['parse-anchor', RECEIPT.replace('示数备', '&a 示数备')],
    ['parse-line-ends', RECEIPT.replaceAll('\n', '\r\n')],
    ['parse-syntax', RECEIPT.replace('办公室综合组', '"办公室')],
    ['parse-syntax', '已受理\n'],
    ['parse-syntax', `---\n${RECEIPT}---\n${RECEIPT}`],
    ['no-personal-data', RECEIPT.replace('办公室综合组', `某人 139${'0'.repeat(8)}`)],
  ])('reports %s as in a filing', (rule, text) => {
    expect(rules(text)).toContain(rule);
  });

  it('points to the line and column of each fault', () => {
    const log = read(`${RECEIPT}${RECEIPT.replace('2026-03-10', '三月十日').replace('受理', '受理')}`);
    expect(log.problems.map(({ path }) => log.parsed.locate(path))).toEqual([{ line: 5, column: 7 }]);
    for (const { at } of read('- "\n').problems) expect(at?.line ?? 1).toBeGreaterThanOrEqual(1);
  });

  it('demands the reason of a verdict that the unit has to act on', () => {
    const refused = '- 日期: 2026-03-10\n  事项: 审核\n  结论: 不通过\n  经办: 办公室项目组\n';
    expect(rules(refused)).toEqual(['record-event-valid']);
    expect(rules(`${refused}  说明: 没有写明运维费用。\n`)).toEqual([]);
  });

  it('demands the number of the paper by which acceptance was waived', () => {
    const waived = '- 日期: 2026-03-10\n  事项: 变更\n  说明: 自筹资金\n  免予验收: 是\n  经办: 办公室\n';
    expect(rules(waived)).toEqual(['record-event-valid']);
    expect(rules(`${waived}  文号: 示数办〔2026〕9号\n`)).toEqual([]);
  });

  it('is read without an exception whatever was done to it, and says why when it is not sound', () => {
    const pieces = fc.constantFrom(
      ...[
        '- ',
        '  ',
        '\n',
        ':',
        '：',
        '"',
        "'",
        '[',
        '{',
        '&a',
        '*a',
        '!x',
        '#',
        '|',
        '---\n',
        '\t',
        '\uFEFF',
        '? ',
        '<<: ',
      ],
      ...['事项', '受理', '结论', '__proto__', '日期: 2026-03-10', '\u0000', '\r', '- - - ', '办理记录:'],
    );
    const edits = fc.array(fc.tuple(fc.nat(RECEIPT.length * 2), fc.nat(3), pieces), { maxLength: 6 });
    fc.assert(
      fc.property(edits, (done) => {
        let text = RECEIPT + RECEIPT;
        for (const [at, cut, piece] of done) text = text.slice(0, at) + piece + text.slice(at + cut);
        const { sound, problems, events, parsed } = read(text);
        const faults = problems.filter(({ severity }) => severity === 'error');
        if (!sound) expect(faults, text).not.toEqual([]);
        for (const { path, at } of faults) {
          const { line, column } = at ?? parsed.locate(path);
          expect(Math.min(line, column), text).toBeGreaterThanOrEqual(1);
        }
        for (const { event, date } of events) expect([event, date]).not.toContain(undefined);
      }),
      { seed: 22, numRuns: 3000 },
    );
  });
});
