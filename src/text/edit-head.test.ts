import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHeadItem, setHeadField } from './edit-head.ts';
import { parseFile } from './file.ts';

const HEAD = [
  '---',
  '# 表头',
  '表式: 备案表   # 说明',
  "填报日期: '2026-03-05'",
  '',
  '# 联系方式的说明',
  '联系方式: 随纸质表报送',
  '',
  '# 资金的说明',
  '资金预算: "320"',
  '附件:',
  '- 名称: 甲',
  '  日期: 2026-02-20',
  '  送达: 纸质',
  '  编号: 甲〔2026〕1号',
  '# 末尾',
  '---',
  '## 项目概况',
  '联系方式: 正文里的一行',
  '',
].join('\n');
const BLOCK = ['-----BEGIN AGE ENCRYPTED FILE-----', 'YWdl', '-----END AGE ENCRYPTED FILE-----'].join('\n');
const read = (text: string) => parseFile(new TextEncoder().encode(text));
const set = (text: string): string => setHeadField(text, '联系方式', BLOCK) ?? '';

describe('setHeadField', () => {
  it('replaces one value and leaves every other line as it was', () => {
    const rows = set(HEAD).split('\n');
    const at = rows.indexOf('联系方式: |-');
    expect(rows.slice(at, at + 4)).toEqual(['联系方式: |-', ...BLOCK.split('\n').map((row) => `  ${row}`)]);
    rows.splice(at, 4, '联系方式: 随纸质表报送');
    expect(rows.join('\n')).toBe(HEAD);
    expect(read(set(HEAD)).head.raw.联系方式).toBe(BLOCK);
  });

  it('replaces a block that is already there, so that sealing twice is sealing once', () => {
    expect(set(set(HEAD))).toBe(set(HEAD));
  });

  it.each([
    ['blank', '联系方式:'],
    ['quoted over two lines', '联系方式: "随纸质\n  表报送"'],
    ['a block with a blank line behind', `联系方式: |\n  ${BLOCK.replaceAll('\n', '\n  ')}`],
  ])('replaces a value that is %s', (_, written) => {
    expect(set(HEAD.replace('联系方式: 随纸质表报送', written))).toBe(set(HEAD));
  });

  it('puts a field that is not there where the form has it', () => {
    const without = HEAD.replace('联系方式: 随纸质表报送\n', '');
    expect(Object.keys(read(set(without)).head.raw)).toEqual([
      '表式',
      '填报日期',
      '联系方式',
      '资金预算',
      '附件',
    ]);
    expect(Object.keys(read(set('---\n资金预算: 320\n---\n')).head.raw)).toEqual(['联系方式', '资金预算']);
  });

  it('keeps the byte order mark and the line ends of Windows', () => {
    const windows = `\uFEFF${HEAD.replaceAll('\n', '\r\n')}`;
    expect(set(windows)).toBe(`\uFEFF${set(HEAD).replaceAll('\n', '\r\n')}`);
  });

  it.each(['没有表头', '---\n表式: [备案表\n---\n', '---\n{表式: 备案表}\n---\n', '---\n表式: 备案表\n'])(
    'does not touch %j, which cannot be read without repair',
    (text) => {
      expect(setHeadField(text, '联系方式', BLOCK)).toBeUndefined();
    },
  );

  it('gives back any text as the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const text = setHeadField(HEAD, '联系方式', value) ?? '';
        const before = read(HEAD).head.raw;
        expect(read(text).head.raw).toEqual({ ...before, 联系方式: value });
      }),
      { numRuns: 200 },
    );
  });
});

describe('addHeadItem', () => {
  const item = {
    名称: '乙',
    日期: '2026-02-21',
    送达: '密封附件',
    文件: 'yi.pdf.age',
    sha256: '0'.repeat(64),
  };
  const items = (text: string | undefined) => read(text ?? '').head.raw.附件;

  it('adds below the last item, at the indentation of the list', () => {
    const added = addHeadItem(HEAD, '附件', item) ?? '';
    expect(items(added)).toEqual([...(items(HEAD) as []), item]);
    expect(added.replace(/- 名称: 乙\n(?: {2}.*\n){4}/, '')).toBe(HEAD);
    const indented = HEAD.replace(
      /^(- 名称: 甲\n(?: {2}.*\n){3})/m,
      (all) => `${all.replace(/^/gm, '    ').trimEnd()}\n`,
    );
    expect(addHeadItem(indented, '附件', item)).toContain('\n    - 名称: 乙\n      日期: 2026-02-21\n');
  });

  it('begins a list where there is none', () => {
    expect(items(addHeadItem('---\n表式: 备案表\n---\n', '附件', item))).toEqual([item]);
    expect(items(addHeadItem('---\n附件:\n表式: 备案表\n---\n', '附件', item))).toEqual([item]);
  });

  it('does not touch a list in brackets', () => {
    expect(addHeadItem('---\n附件: [{名称: 甲}]\n---\n', '附件', item)).toBeUndefined();
  });
});
