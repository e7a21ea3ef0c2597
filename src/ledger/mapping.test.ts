import { describe, expect, it } from 'vitest';
import { readAnswers, writeAnswers } from './mapping.ts';
import { readBook } from './read-book.ts';
import { understand } from './understand.ts';

const LEDGER = [
  '事项,经手单位,开支',
  '甲平台,区教育局,3000',
  '乙系统,区民政局,5000',
  '丙系统,区民政局,400000000',
].join('\n');
const book = readBook(new TextEncoder().encode(LEDGER), '台账.csv');
const read = (answers: string) =>
  understand(book, readAnswers(answers)).projects.map(({ name, unit, amount }) => [name, unit, amount]);

describe('the answers to a ledger', () => {
  it('say what a column means and what its money is in', () => {
    const told = '列:\n  事项: 项目名称\n  经手单位: 建设单位\n  开支: {读作: 金额, 单位: 元}\n';
    expect(read(told).slice(0, 2)).toEqual([
      ['甲平台', '区教育局', 0.3],
      ['乙系统', '区民政局', 0.5],
    ]);
  });

  it('say what a cell means, whose rows without a unit are, and what is not read', () => {
    const told =
      '列: {事项: 项目名称, 经手单位: 不导入, 开支: {读作: 金额, 单位: 万元}}\n单位: 区数据局\n单元格: {"台账.csv!C4": 4万元}\n';
    expect(read(told)[2]).toEqual(['丙系统', '区数据局', 4]);
    expect(understand(book, readAnswers('不读的工作表: [台账.csv]')).projects).toEqual([]);
  });

  it('are written as they were understood, so that reading them back changes nothing', () => {
    const understood = understand(book);
    const written = writeAnswers(understood);
    expect(written).toContain('"事项": 项目名称 # 核对');
    expect(understand(book, readAnswers(written)).projects.map(({ name }) => name)).toEqual(
      understood.projects.map(({ name }) => name),
    );
  });

  it.each([
    ['列: [甲]', '写成'],
    ['列: {甲: 乙}', '没有这一种'],
    ['列: {甲: {读作: 金额, 单位: 美元}}', '写元、万元或亿元'],
    ['数字化: 也许', '全部'],
    ['甲: 乙', '不认识'],
    ['列: {', '不是能读的数据文件'],
    ['不读的工作表: 旧版', '写成一列'],
  ])('%j is refused in plain words', (text, words) => {
    expect(() => readAnswers(text)).toThrow(words);
  });
});
