import {
  array,
  assert,
  constantFrom,
  dictionary,
  oneof,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DICTIONARY } from '../form/fields.ts';
import { parseFile } from './file.ts';
import type { Raw, RawMap } from './raw.ts';
import { escapeText, unescapeText } from './safe-text.ts';
import { writeFile } from './write.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const LABELS = DICTIONARY.map(({ label }) => label);
const TITLES = DICTIONARY.filter(({ place }) => place === '正文').map(({ label }) => label);
const HOSTILE = [
  '037100000000',
  '2021-04-29',
  'true',
  '~',
  'null',
  '- x',
  'a: b',
  'x #y',
  '#x',
  "it's",
  '"',
  '&a',
  '*a',
  '!t',
  '|',
  '>-',
  '---',
  '\n---\n',
  '# 标题\n## 建设内容',
  '<!-- 隐藏',
  '<\\!-- x',
  '-->',
  '```\n# 不是标题',
  '~~~',
  '\\# x',
  '类型：街道',
  '名称:x',
  '- 名称：x\n- 金额：1',
  '\t制表',
  '一\n\t二',
  '一\r\n二',
  '一\n\n二',
  ' 前后 ',
  '%x',
  '@x',
  '`x`',
  '{a: 1}',
  '[a]',
  'https://a.cn/b?c=1#d',
  'a\u2028b',
  '\uFEFFx',
  'a\u0085b',
  '\u0000',
  '=====',
  '甲\n---',
  '？ x',
  '? x',
  ',x',
  ': x',
  'x:',
  '\\',
  'a\\nb',
];
const words = oneof(
  constantFrom(...HOSTILE),
  string({ unit: 'grapheme' }),
  string({ unit: constantFrom(...'#-:： \n\t\\`~<!>"\'&*|[]{}甲a1,') }),
);
const raw = oneof(
  words,
  array(words, { minLength: 1 }),
  dictionary(constantFrom(...LABELS), words, { minKeys: 1 }),
  array(
    dictionary(constantFrom('名称', '说明', '金额'), oneof(words, array(words, { minLength: 1 })), {
      minKeys: 1,
    }),
    { minLength: 1 },
  ),
);
const heads = dictionary(constantFrom(...LABELS), raw);
const bodies = uniqueArray(record({ title: constantFrom(...TITLES), text: words }), {
  selector: ({ title }) => title,
});

/** Own keys without prototypes, so that maps made in different ways compare. */
const plain = (value: Raw): unknown => JSON.parse(JSON.stringify(value));
const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim();

describe('writeFile', () => {
  it('is the inverse of parseFile for any head and any text, and what it writes has nothing to report', () => {
    assert(
      property(heads, bodies, (head, sections) => {
        const parsed = parseFile(encode(writeFile(head as RawMap, sections)));
        expect(parsed.problems).toEqual([]);
        expect(plain(parsed.head.raw)).toEqual(plain(head as RawMap));
        expect(parsed.sections.map(({ title, text }) => ({ title, text: unescapeText(text) }))).toEqual(
          sections.map(({ title, text }) => ({ title, text: tidy(text) })),
        );
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it('keeps every hostile value alone in its field and its section', () => {
    for (const value of HOSTILE) {
      const parsed = parseFile(
        encode(writeFile({ 项目名称: value, 服务对象: [value] }, [{ title: '建设内容', text: value }])),
      );
      expect(plain(parsed.head.raw), value).toEqual({ 项目名称: value, 服务对象: [value] });
      expect(parsed.sections.length, value).toBe(1);
      expect(parsed.problems, value).toEqual([]);
    }
  });

  it('writes ordinary values without quotes, several lines as a block', () => {
    const head = {
      项目名称: '某街道平台（二期）',
      填报日期: '2021-04-29',
      来源: 'https://a.cn/b?c=1',
      项目预期效果: '一\n二',
    };
    expect(writeFile(head, [{ title: '建设内容', text: '甲\n\n乙' }])).toBe(
      '---\n项目名称: 某街道平台（二期）\n填报日期: 2021-04-29\n来源: https://a.cn/b?c=1\n项目预期效果: |-\n  一\n  二\n---\n\n## 建设内容\n\n甲\n\n乙\n',
    );
  });
});

describe('escapeText', () => {
  it('is undone by unescapeText', () => {
    const undone = property(words, (text) => unescapeText(escapeText(text)) === tidy(text));
    assert(undone, { numRuns: 2_000 });
  });
});
