import { describe, expect, it } from 'vitest';
import { readReference } from './read-reference.ts';

const HEAD = '名称: 某平台\n单位: 某局\n层级: 外地\n来源: 某公告\n';

function read(head: string, body = ''): ReturnType<typeof readReference> {
  return readReference('references/a.md', new TextEncoder().encode(`---\n${head}---\n${body}`));
}

describe('a reference', () => {
  it('is read by its own dictionary, head and section alike', () => {
    const { record, problems } = read(`${HEAD}金额: 3.5\n`, '\n## 建设内容\n\n甲。\n');
    expect(problems).toEqual([]);
    expect(record).toEqual({
      name: '某平台',
      unit: '某局',
      level: '外地',
      source: '某公告',
      amount: 3_500_000,
      content: '甲。',
    });
  });

  it('names the part that does not exist, in Chinese', () => {
    const { problems } = read(`${HEAD}功能清单:\n  - 名称: 甲\n    别名: 乙\n`);
    expect(problems.map(({ message }) => message)).toEqual(['功能清单：没有「别名」这一小项。（第五条）']);
  });

  it('says of each field what is wrong, and keeps the others', () => {
    const { record, problems } = read('单位: 某局\n层级: 省外\n来源: 某公告\n无此栏: 1\n');
    expect(problems.map(({ rule, path }) => [rule, ...path])).toEqual([
      ['field-missing', '名称'],
      ['field-invalid', '层级'],
      ['field-unknown', '无此栏'],
    ]);
    expect(record).toEqual({ unit: '某局', source: '某公告' });
  });
});
