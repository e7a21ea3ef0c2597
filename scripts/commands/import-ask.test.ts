import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prompter } from '../../src/filing/prompter.ts';
import { keptAnswers, readingFile } from '../../src/io/kept-readings.ts';
import { LEAVE } from '../../src/ledger/answering.ts';
import { readBook } from '../../src/ledger/read-book.ts';
import { type Answers, NO_ANSWERS } from '../../src/ledger/reading.ts';
import { understand } from '../../src/ledger/understand.ts';
import { askLedger, howToAnswer, keepReading } from './import-ask.ts';

const LEDGER = `项目名称,归属,花费,备用甲
甲平台,区民政局,9800,第一次
乙平台,区教育局,15000,第二次
丙平台,区城管局,6600,
`;
const read = (answers?: Answers, csv = LEDGER) =>
  understand(readBook(new TextEncoder().encode(csv), '台账.csv'), answers);

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'ask-')), 'registry');
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

/** Answers by the first words that a question holds; what is not foreseen stays open. */
function prompter(said: Readonly<Record<string, string>>): Prompter & { readonly asked: string[] } {
  const asked: string[] = [];
  const answer = (message: string, otherwise: string): Promise<string> => {
    asked.push(message);
    return Promise.resolve(Object.entries(said).find(([words]) => message.includes(words))?.[1] ?? otherwise);
  };
  const never = (): never => {
    throw new Error('not asked here');
  };
  return {
    asked,
    text: ({ message }) => answer(message, ''),
    choose: ({ message }) => answer(message, LEAVE),
    chooseMany: never,
    search: never,
    confirm: never,
    say: () => undefined,
  };
}

describe('what a ledger leaves open', () => {
  it('is asked once for a column, and the answers hold for the next ledger of that shape', async () => {
    const first = read();
    expect(first.projects.map(({ amount }) => amount)).toEqual([undefined, undefined, undefined]);
    const person = prompter({ 元还是万元: '元', '「备用甲」这一列是什么': '备注' });
    const answers = await askLedger(first, undefined, person);
    expect(person.asked.filter((message) => message.includes('元还是万元'))).toHaveLength(1);
    expect(read(answers).projects.map(({ amount }) => amount)).toEqual([0.98, 1.5, 0.66]);
    expect(read(answers).projects[0]?.values.备注).toBe('第一次');
    const file = keepReading(read(answers), answers ?? NO_ANSWERS, root) ?? '';
    const next = LEDGER.replace('甲平台', '丁平台').replace('9800', '12000');
    const kept = keptAnswers(file);
    expect(readingFile(root, read(undefined, next))).toBe(file);
    expect(read(kept, next).projects.map(({ name, amount }) => [name, amount])).toEqual([
      ['丁平台', 1.2],
      ['乙平台', 1.5],
      ['丙平台', 0.66],
    ]);
    expect(read(kept, next).questions.filter(({ asks }) => asks.includes('元还是万元'))).toEqual([]);
  });

  it('stays open where nobody answers, and nothing is kept', async () => {
    const first = read();
    expect(await askLedger(first, undefined, prompter({}))).toBeUndefined();
    expect(keptAnswers(readingFile(root, first) ?? '')).toBeUndefined();
  });

  it('keeps neither the cells nor the unit of one ledger for another', async () => {
    const csv = '项目名称,金额（万元）\n甲平台,若干\n乙平台,12\n丙平台,3\n';
    const first = read(undefined, csv);
    const answers = await askLedger(
      first,
      undefined,
      prompter({ 读不出金额: '88', 是哪个单位的: '区民政局' }),
    );
    expect(read(answers, csv).projects.map(({ unit, amount }) => [unit, amount])).toEqual([
      ['区民政局', 88],
      ['区民政局', 12],
      ['区民政局', 3],
    ]);
    const file = keepReading(read(answers, csv), answers ?? NO_ANSWERS, root) ?? '';
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('88');
    expect(text).not.toContain('区民政局');
  });

  it('is written out with the file to put it in where nobody sits at a terminal', () => {
    const words = howToAnswer(read(), undefined, root) ?? '';
    expect(words).toContain(readingFile(root, read()) ?? 'no file');
    expect(words).toMatch(/"花费": .*# 核对/);
    expect(
      howToAnswer(read(undefined, '项目名称,建设单位,金额（万元）\n甲平台,区民政局,1\n'), undefined, root),
    ).toBe(undefined);
  });
});
