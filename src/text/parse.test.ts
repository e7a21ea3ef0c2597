import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSections } from './body.ts';
import { readCarefully } from './careful-head.ts';
import { decode, MAX_BYTES } from './decode.ts';
import { parseFile } from './file.ts';
import { needsCare, readFast, readHead } from './head.ts';
import { splitFile } from './split.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rules = (text: string): string[] => parseFile(bytes(text)).problems.map(({ rule }) => rule);

const SOUND =
  '---\n表式: 备案表\n项目名称: 某平台\n牵头主体:\n  类型: 街道办事处\n  名称: 某街道\n---\n\n## 建设内容\n\n内容\n';

describe('parseFile', () => {
  it('reads a sound file without a word', () => {
    const { head, sections, problems } = parseFile(bytes(SOUND));
    expect(problems).toEqual([]);
    expect(head.raw).toEqual({
      表式: '备案表',
      项目名称: '某平台',
      牵头主体: { 类型: '街道办事处', 名称: '某街道' },
    });
    expect(sections).toEqual([{ title: '建设内容', line: 9, text: '内容' }]);
  });

  it('keeps dates, phones and yes as text', () => {
    const { raw } = parseFile(bytes('---\na: 2021-04-29\nb: 0371\nc: yes\nd: null\ne: 1_000\n---\n')).head;
    expect(raw).toEqual({ a: '2021-04-29', b: '0371', c: 'yes', d: 'null', e: '1_000' });
  });

  it('mends a full-width colon, says where, and reads the rest', () => {
    const { head, problems } = parseFile(bytes(SOUND.replace('项目名称: ', '项目名称：')));
    expect(head.raw.项目名称).toBe('某平台');
    expect(problems).toMatchObject([{ rule: 'parse-fullwidth-colon', at: { line: 3, column: 5 } }]);
  });

  it('leaves a full-width colon inside a value alone', () => {
    expect(rules(SOUND.replace('某平台', '平台：一期'))).toEqual([]);
    expect(rules(SOUND.replace('某平台', '|\n  服务对象：居民\n  第二行'))).toEqual([]);
  });

  it('reads on after a line that cannot be read', () => {
    const { head, problems } = parseFile(bytes(SOUND.replace('某平台', '"某平台')));
    expect(problems).toMatchObject([{ rule: 'parse-syntax', at: { line: 3 } }]);
    expect(head.damaged).toEqual(new Set(['项目名称']));
    expect(head.raw.牵头主体).toEqual({ 类型: '街道办事处', 名称: '某街道' });
  });

  it('blames the line on which a bracket was opened', () => {
    const { head, problems } = parseFile(bytes(SOUND.replace('某平台', '[某平台')));
    expect(problems).toMatchObject([{ rule: 'parse-syntax', at: { line: 3 } }]);
    expect(head.raw.表式).toBe('备案表');
  });

  it.each([
    ['&a 甲', 'parse-anchor'],
    ['!!str 甲', 'parse-anchor'],
    ['! 甲', 'parse-anchor'],
    ['甲 # 乙', 'parse-comment'],
    ['甲\n  #1号楼平台', 'parse-comment'],
    ['|\n  甲\n  #1号楼平台', undefined],
    ['甲\n  # 一条注释', undefined],
  ])('reports %s', (value, rule) => {
    expect(rules(SOUND.replace('某平台', value))).toEqual(rule === undefined ? [] : [rule]);
  });

  it('never follows an alias', () => {
    const { head, problems } = parseFile(bytes('---\na: &x [1, 2]\nb: [*x, *x]\n---\n'));
    expect(head.raw.b).toEqual(['', '']);
    expect(problems.filter(({ rule }) => rule === 'parse-anchor')).toHaveLength(3);
  });

  it('finds the place of a value after a line was taken out', () => {
    const parsed = parseFile(bytes(SOUND.replace('某平台', '"某平台')));
    expect(parsed.locate(['牵头主体', '名称'])).toEqual({ line: 6, column: 7 });
  });

  it('points at the nearest thing that is there when a part is missing', () => {
    expect(parseFile(bytes(SOUND)).locate(['牵头主体', '没有'])).toEqual({ line: 4, column: 1 });
    expect(parseFile(bytes(SOUND)).locate(['没有'])).toEqual({ line: 1, column: 1 });
  });

  it('takes __proto__ for a key like any other', () => {
    const { raw } = parseFile(bytes('---\n__proto__: {x: 1}\n---\n')).head;
    expect(Object.keys(raw)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const parsed = parseFile(input);
        for (const { at } of parsed.problems) expect(at?.line).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('never throws, whatever a head is made of', () => {
    const piece = fc.constantFrom(
      '表式',
      '：',
      ': ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '[',
      '{',
      '&a',
      '*a',
      '!',
      '|',
      '#',
      '\t',
      '---',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => parseFile(bytes(`---\n${pieces.join('')}\n---\n`))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the two readers', () => {
  const piece = fc.constantFrom(
    '表式: 备案表\n',
    '资金来源:\n  - 来源: 自筹\n    金额: 3\n',
    '甲: [1, 二]\n',
    '乙: {丙: 1}\n',
    '丁: |\n  一\n\n  二\n',
    '戊: >-\n  一\n  二\n',
    "己: 'it''s'\n",
    '庚: "a\\nb"\n',
    '辛:\n',
    '壬: 0371-1\n',
    '癸: ~\n',
    '# 说明\n',
    '- 列\n',
    '  续行\n',
    '子: a: b\n',
    '丑: "没有完\n',
    '寅: ]\n',
    '? 卯\n',
    '%TAG\n',
  );

  it('agree on what is accepted and on what it says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(piece, { maxLength: 8 }), (pieces) => {
        const head = pieces.join('');
        fc.pre(!needsCare(head));
        const fast = readFast(head);
        const careful = readCarefully(head, 2);
        const accepted = careful.problems.length === 0 && Object.keys(careful.raw).length > 0;
        expect(fast !== undefined && Object.keys(fast).length > 0).toBe(accepted);
        if (fast && accepted)
          expect(JSON.parse(JSON.stringify(careful.raw))).toEqual(JSON.parse(JSON.stringify(fast)));
      }),
      { numRuns: 1000 },
    );
  });

  it('give the same through readHead', () => {
    expect(readHead('甲: 1\n', 2).raw).toEqual({ 甲: '1' });
  });
});

describe('decode', () => {
  it('takes GBK for what it is and reads it', () => {
    const gbk = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb1, 0xed, 0xca, 0xbd]);
    const { text, problems } = decode(gbk);
    expect(text).toBe('---\n表式');
    expect(problems).toMatchObject([{ rule: 'parse-encoding' }]);
  });

  it('refuses a file that is too large without reading it', () => {
    const { text, problems } = decode(new Uint8Array(MAX_BYTES + 1));
    expect(text).toBe('');
    expect(problems).toMatchObject([{ rule: 'parse-too-large' }]);
  });

  it('reads on through a BOM and CRLF, which only warn', () => {
    const { text, problems } = decode(bytes('\uFEFF---\r\na: 1\r\n---\r\n'));
    expect(text).toBe('---\na: 1\n---\n');
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['parse-bom', 'warning'],
      ['parse-line-ends', 'warning'],
    ]);
  });
});

describe('splitFile', () => {
  it('cuts at the heading where the closing line is missing', () => {
    const { head, bodyLine, problems } = splitFile('---\na: 1\n\n## 建设内容\n\n内容\n');
    expect(head).toBe('a: 1\n\n');
    expect(bodyLine).toBe(4);
    expect(problems).toMatchObject([{ rule: 'parse-unclosed-head', at: { line: 4 } }]);
  });

  it.each([
    ['a label and a mark behind it', '项目名称: 乙\n---\n正文', 1],
    ['a quoted label below a blank line', '\n"资金预算": 1\n...\n正文', 1],
    ['a sentence and a rule below it', '说明: 甲\n\n---\n\n## 建设内容\n', 0],
    ['a label and then a heading', '项目名称: 乙\n\n## 建设内容\n\n---\n', 0],
  ])('says that nobody reads a second head: %s', (_, body, count) => {
    const { problems } = splitFile(`---\na: 1\n---\n${body}`);
    expect(problems.map(({ rule, at }) => [rule, at?.line])).toEqual(
      Array.from({ length: count }, () => ['parse-syntax', 3]),
    );
  });

  it('knows what a word processor makes of three hyphens', () => {
    const { head, problems } = splitFile('———\na: 1\n—--\n正文');
    expect(head).toBe('a: 1\n');
    expect(problems.map(({ rule }) => rule)).toEqual(['parse-no-head', 'parse-unclosed-head']);
  });
});

describe('readSections', () => {
  it('takes numbering off a heading and keeps text above the first', () => {
    const { sections } = readSections('前言\n## 一、项目概况\n甲\n### （二）建设内容\n乙\n', 10);
    expect(sections).toEqual([
      { title: '', line: 10, text: '前言' },
      { title: '项目概况', line: 11, text: '甲' },
      { title: '建设内容', line: 13, text: '乙' },
    ]);
  });

  it('drops comments, keeps headings inside code as text, and reports a repeated heading', () => {
    const { sections, problems } = readSections('## 甲\n<!-- 说明\n## 乙 -->\n```\n## 丙\n```\n## 甲\n', 1);
    expect(sections.map(({ title }) => title)).toEqual(['甲', '甲']);
    expect(problems).toMatchObject([{ rule: 'parse-duplicate-section', at: { line: 7 } }]);
  });
});
