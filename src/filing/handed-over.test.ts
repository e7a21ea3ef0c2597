import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../registry/units.ts';
import { exampleFile, SAMPLE_SEALED } from '../rules/examples/examples.ts';
import { readHandedOver } from './handed-over.ts';

const UTF8 = new TextEncoder();
const FILING = UTF8.encode(exampleFile({ base: '6.1', edit: {} }).text);
const SEALED = UTF8.encode(SAMPLE_SEALED.text);
const shili: Unit = {
  code: 'shili',
  name: '示例街道办事处',
  type: '街道办事处',
  formerNames: [],
  accounts: [],
  demo: false,
};
const help = { units: new Map([['shili', shili]]), slugFor: () => 'made-a1b2' };
const zip = (files: Readonly<Record<string, Uint8Array>>) => zipSync({ ...files });
const why = (name: string, bytes: Uint8Array, unit?: string): string => {
  const read = readHandedOver(name, bytes, { ...help, unit });
  return 'why' in read ? read.why : `收下 ${read.files.map(({ file }) => file).join(' ')}`;
};

describe('a filing that was handed over', () => {
  it.each([
    ['under the name of its file', 'C:\\下载\\guanai-k7q2.md', '收下 projects/shili/guanai-k7q2.md'],
    ['under a new name when its own cannot be one', '智慧养老 (1).md', '收下 projects/shili/made-a1b2.md'],
  ])('is put into the folder of the unit that leads, %s', (_, name, expected) => {
    expect(why(name, FILING)).toBe(expected);
  });

  it('brings its sealed attachments along', () => {
    const bytes = zip({ 'projects/shili/a-b2c3.md': FILING, 'projects/shili/a-b2c3/fangan.pdf.age': SEALED });
    expect(why('handed.zip', bytes)).toBe(
      '收下 projects/shili/a-b2c3.md projects/shili/a-b2c3/fangan.pdf.age',
    );
  });

  it('is taken in beside what a computer puts into an archive by itself', () => {
    const packed = zip({
      'projects/shili/a-b2c3.md': FILING,
      '__MACOSX/projects/shili/._a-b2c3.md': SEALED,
      'projects/shili/.DS_Store': SEALED,
    });
    expect(why('a.zip', packed)).toBe('收下 projects/shili/a-b2c3.md');
  });

  it.each([
    ['another kind of file', 'fangan', UTF8.encode('x'), /只收 \.md 的项目文件/],
    ['a document', '方案.docx', zip({ '[Content_Types].xml': SEALED }), /Word[\s\S]*我要申报/],
    ['a document that is called an archive', 'a.zip', zip({ '[Content_Types].xml': SEALED }), /我要申报/],
    ['an old document', '方案.WPS', UTF8.encode('x'), /我要申报/],
    ['a mail', '转发.eml', UTF8.encode('From: a'), /附件另存/],
    ['another archive', 'a.rar', UTF8.encode('Rar!'), /只认 \.zip/],
    ['a unit that nobody knows', 'a-b2c3.md', FILING, /没有代码「linjie」/, 'linjie'],
    ['a broken archive', 'a.zip', UTF8.encode('PK\x03\x04broken'), /打不开|0 份/],
    ['nothing in it', 'a.zip', zip({}), /0 份/],
    [
      'two filings',
      'a.zip',
      zip({ 'projects/shili/a-b2c3.md': FILING, 'projects/shili/c-d4e5.md': FILING }),
      /2 份/,
    ],
    ['a way out of its folder', 'a.zip', zip({ '../../etc/x.md': FILING }), /不该有的文件/],
    [
      'a settings file',
      'a.zip',
      zip({ 'projects/shili/a-b2c3.md': FILING, 'units.yaml': SEALED }),
      /不该有的文件：units\.yaml/,
    ],
    [
      'an attachment of another',
      'a.zip',
      zip({ 'projects/shili/a-b2c3.md': FILING, 'projects/shili/other/x.age': SEALED }),
      /不在这个项目的文件夹/,
    ],
    [
      'what unfolds to too much',
      'a.zip',
      zip({ 'projects/shili/a-b2c3.md': new Uint8Array(97 * 1024 * 1024) }),
      /太大/,
    ],
  ] as const)('is not taken in with %s', (_, name, bytes, expected, unit?: string) => {
    expect(why(name, bytes, unit)).toMatch(expected);
  });
});
