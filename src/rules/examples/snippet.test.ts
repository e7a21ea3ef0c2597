import { describe, expect, it } from 'vitest';
import { exampleSnippets } from './snippet.ts';

describe('the lines of an example', () => {
  it('are those of the labels it edits, with what is indented under them', () => {
    const example = { says: '', base: '6.1', edit: { 牵头主体: { 类型: '区直单位', 名称: '甲' } } } as const;
    expect(exampleSnippets(example, [])).toEqual([
      { label: '牵头主体', lines: '牵头主体:\n  类型: 区直单位\n  名称: 甲' },
    ]);
  });

  it('say when a label is left out, and show the file when the folder is the matter', () => {
    const example = { says: '', base: '6.1', edit: { 附件: null, 文件夹: 'meiyou' } } as const;
    expect(exampleSnippets(example, [])).toEqual([
      { label: '附件', lines: undefined },
      { label: '文件', lines: 'projects/meiyou/dujulaoren-guanai-x9y8.md' },
    ]);
  });

  it('are followed by the events that the office has recorded', () => {
    const event = { 日期: '2026-03-10', 事项: '开工', 经办: '办公室' } as const;
    const example = { says: '', base: '6.1', edit: {}, records: [event] } as const;
    expect(exampleSnippets(example, [])).toEqual([
      { label: '办理记录', lines: '- 日期: 2026-03-10\n  事项: 开工\n  经办: 办公室' },
    ]);
  });

  it('of a sound example are the labels of the faulty ones beside it', () => {
    const sound = { says: '', base: '6.1', edit: {} } as const;
    const faulty = { says: '', base: '6.1', edit: { 实际完成投资: null, 建设规模: '小' } } as const;
    expect(exampleSnippets(sound, [faulty, faulty])).toEqual([
      { label: '实际完成投资', lines: '实际完成投资: 318' },
      { label: '建设规模', lines: '## 建设规模\n\n覆盖 12 个社区，安装终端 1200 套。' },
    ]);
  });
});
