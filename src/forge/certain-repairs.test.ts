import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import type { Touched } from '../gate/touched.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { exampleFile } from '../rules/examples/examples.ts';
import { certainRepairs } from './certain-repairs.ts';

const FILE = 'projects/shili/ying-ji-a2b3.md';
const SOUND = exampleFile({ base: '6.2财政', edit: {} }).text;
const source = (text: string, file = FILE): SourceFile => ({ file, bytes: new TextEncoder().encode(text) });
const now = check([source('shili:\n  名称: 示例街道办事处\n  类型: 街道办事处\n', 'units.yaml')], {
  today: '2026-11-24',
  similarity: { compare: '不查' },
});

/** What is suggested for a filing, with what it was before the change. */
function repairs(after: string, before?: string, file = FILE) {
  const one: Touched = {
    file,
    after: source(after, file),
    ...(before === undefined ? {} : { before: source(before, file) }),
  };
  return certainRepairs({ touched: [one], mixed: [], now });
}

const edited = (from: RegExp, to: string, text = SOUND): string => {
  expect(text).toMatch(from);
  return text.replace(from, () => to);
};
const lineOf = (text: string, line: string): number => text.split('\n').indexOf(line) + 1;

describe('what a click can put right', () => {
  it('is a value that has only one meaning, on the lines where it stands', () => {
    const text = edited(/^填报日期: .*$/m, '填报日期: 2026.11.9');
    const at = lineOf(text, '填报日期: 2026.11.9');
    expect(repairs(text)).toEqual([{ file: FILE, from: at, to: at, lines: ['填报日期: 2026-11-09'] }]);
  });

  it('is how a line is written, together with the value in it', () => {
    const text = edited(/^资金预算: .*$/m, '资金预算：３２０万元');
    expect(repairs(text).map(({ lines }) => lines)).toEqual([['资金预算: 320']]);
  });

  it('is two places apart, each by itself', () => {
    const text = edited(
      /^资金预算: .*$/m,
      '资金预算：３２０',
      edited(/^填报日期: .*$/m, '填报日期: 2026.11.9'),
    );
    expect(repairs(text)).toHaveLength(2);
  });

  it('stays where it is when the file has line ends of Windows', () => {
    const text = edited(/^填报日期: .*$/m, '填报日期: 2026.11.9');
    expect(repairs(text.replaceAll('\n', '\r\n'))).toEqual(repairs(text));
    expect(repairs(SOUND.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('is nothing in a sound filing, in one that cannot be read, or in a file that is none', () => {
    expect(repairs(SOUND)).toEqual([]);
    expect(repairs('a: b')).toEqual([]);
    expect(repairs(edited(/^填报日期: .*$/m, '填报日期: 2026.11.9'), undefined, 'projects/x.md')).toEqual([]);
  });

  it('leaves lines alone that stood there before: a forge takes no remark on them', () => {
    const before = edited(/^填报日期: .*$/m, '填报日期: 2026.11.9');
    expect(repairs(edited(/^项目概况$|^## 项目概况$/m, '## 项目概况\n\n改过。', before), before)).toEqual([]);
    const later = edited(/^资金预算: .*$/m, '资金预算：３２０', before);
    expect(repairs(later, before).map(({ lines }) => lines)).toEqual([['资金预算: 320']]);
  });

  it('is never a line with a telephone number of a person in it, which would stay in the remark', () => {
    const text = edited(/^数据归集: .*$/m, '数据归集：每日归集，找张三 13812345678');
    expect(repairs(text)).toEqual([]);
    expect(repairs(edited(/^数据归集: .*$/m, '数据归集：每日归集'))).toHaveLength(1);
  });
});
