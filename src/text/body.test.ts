import { describe, expect, it } from 'vitest';
import { readSections } from './body.ts';

const titles = (body: string): readonly string[] => readSections(body, 1).sections.map(({ title }) => title);

describe('headings as people write them', () => {
  it.each([
    '##建设内容',
    '## 建设内容：',
    '## **建设内容**',
    '## 1.1 建设内容',
    '## 第二部分 建设内容',
    '＃＃ 建设内容',
    '**建设内容**',
    '**二、建设内容：**',
    '  ## 建设内容 ##',
    '二、建设内容',
    '建设内容：',
  ])('%s is the heading of 建设内容', (line) => {
    expect(readSections(`## 项目概况\n\n甲\n\n${line}\n\n乙`, 10).sections).toEqual([
      { title: '项目概况', text: '甲', line: 10 },
      { title: '建设内容', text: '乙', line: 14 },
    ]);
  });

  it('a bare label in a text is no heading where the title stands elsewhere, or for the second time', () => {
    expect(titles('## 项目概况\n建设内容：\n甲\n## 建设内容\n乙')).toEqual(['项目概况', '建设内容']);
    expect(titles('建设内容：\n甲\n建设内容：\n乙')).toEqual(['建设内容']);
  });

  it('leaves other headings and labels inside sentences as they are', () => {
    expect(titles('## 2024年计划\n建设内容包括甲\n- 建设内容\n```\n建设内容\n```')).toEqual(['2024年计划']);
  });
});
