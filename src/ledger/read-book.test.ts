import * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../tests/support/xlsx.ts';
import { readBook } from './read-book.ts';
import { understand } from './understand.ts';

const ROWS = [
  ['项目名称', '单位', '金额（万元）'],
  ['甲平台', '某局', 12],
] as const;

function written(type: XLSX.BookType): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(ROWS.map((row) => [...row])), '台账');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
}
const names = (bytes: Uint8Array, name: string) =>
  understand(readBook(bytes, name)).projects.map(({ name: read }) => read);

describe('readBook', () => {
  it.each([
    ['xlsx', 'a.xlsx'],
    ['biff8', 'a.xls'],
    ['biff8', 'a.et'],
    ['ods', 'a.ods'],
    ['xlml', 'a.xls'],
    ['html', 'a.xls'],
    ['xlsb', 'a.xlsb'],
    ['fods', 'a.fods'],
    // The file lies about its kind.
    ['xlsx', 'a.xls'],
    ['biff8', 'a.csv'],
    ['xlsx', 'a.et'],
  ] as const)('reads %s named %s', (type, name) => {
    expect(names(written(type), name)).toEqual(['甲平台']);
  });

  it('says what a file is that only looks like a workbook', () => {
    const text = zipSync({ 'word/document.xml': strToU8('<w/>') });
    expect(() => readBook(text, 'a.xlsx')).toThrow('文字文档');
    expect(() => readBook(zipSync({ '台账.xlsx': written('xlsx') }), 'a.xlsx')).toThrow('压缩包');
    expect(() => readBook(strToU8('%PDF-1.4\n1,2,3\n4,5,6\n'), 'a.xls')).toThrow('PDF');
  });

  const changed = (part: RegExp, change: (xml: string) => string): Uint8Array => {
    const parts = unzipSync(written('xlsx'));
    for (const name of Object.keys(parts).filter((one) => part.test(one)))
      parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
    return zipSync(parts);
  };

  it('takes a row of no height and a column of no width for hidden', () => {
    const low = changed(/sheet1\.xml$/, (xml) =>
      xml.replace('<row r="2"', '<row r="2" ht="0" customHeight="1"'),
    );
    expect(understand(readBook(low, 'a.xlsx')).left[0]?.why).toContain('隐藏');
    const narrow = changed(/sheet1\.xml$/, (xml) =>
      xml.replace('<sheetData>', '<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>'),
    );
    const { projects, left } = understand(readBook(narrow, 'a.xlsx'));
    expect(projects[0]?.amount).toBeUndefined();
    expect(left[0]?.why).toContain('「金额（万元）」这一列在表里是隐藏的');
  });

  it('leaves what an OpenDocument sheet and a web page hide', () => {
    const parts = unzipSync(written('ods'));
    const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
    const packed = (xml: string): Uint8Array => zipSync({ ...parts, 'content.xml': strToU8(xml) });
    const row = content.replace(/(<table:table-row[\s\S]*?<table:table-row)/, '$1 table:visibility="filter"');
    expect(understand(readBook(packed(row), 'a.ods')).left[0]?.why).toContain('这一行在表里是隐藏的');
    const sheet = content
      .replace(
        '<office:automatic-styles>',
        '<office:automatic-styles><style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>',
      )
      .replace(
        /<table:table table:name="台账"[^>]*>/,
        '<table:table table:name="台账" table:style-name="off">',
      );
    expect(understand(readBook(packed(sheet), 'a.ods')).left[0]?.why).toContain('工作表是隐藏的');
    const page =
      '<html><table><tr><td>项目名称</td><td>金额（万元）</td></tr><tr style="display:none"><td>甲平台</td><td>1</td></tr><tr><td>乙平台</td><td>2</td></tr></table></html>';
    const { projects, left } = understand(readBook(strToU8(page), 'a.xls'));
    expect([projects.map(({ name }) => name), left[0]?.why]).toEqual([
      ['乙平台'],
      '网页里有 1 行不显示，没有导入。',
    ]);
  });

  it('knows an amount that its own comma broke in two', () => {
    const csv = '项目名称,单位,金额（万元）,备注\n甲平台,某局,1,890,\n乙平台,某局,12,好\n';
    const { projects, faults } = understand(readBook(strToU8(csv), 'a.csv'));
    expect(projects.map(({ name }) => name)).toEqual(['乙平台']);
    expect(faults[0]?.why).toContain('格数比列名多');
  });

  it('does not take a cell in error for a blank one, whatever its column', () => {
    const wrong = (cell: string): Uint8Array =>
      changed(/sheet1\.xml$/, (xml) =>
        xml.replace(new RegExp(`<c r="${cell}"[^>]*>.*?</c>`), `<c r="${cell}" t="e"><v>#REF!</v></c>`),
      );
    expect(understand(readBook(wrong('A2'), 'a.xlsx')).faults[0]?.why).toContain('A2 是「#REF!」');
    const { questions } = understand(readBook(wrong('B2'), 'a.xlsx'));
    expect(questions.map(({ cell, asks }) => `${cell} ${asks}`)).toContain(
      'B2 这一格是「#REF!」，没有读到「单位」。',
    );
  });

  it('says that a workbook has a password', () => {
    const file = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(file, '/EncryptionInfo', new Uint8Array(64));
    XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(64));
    const bytes = new Uint8Array(XLSX.CFB.write(file, { type: 'array' }) as number[]);
    expect(() => readBook(bytes, 'a.xlsx')).toThrow('密码');
  });

  it('refuses a workbook that unpacks to far more than a ledger, also when it lies about that', () => {
    const honest = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    const entry = honest.findIndex(
      (_, at) => honest[at] === 0x50 && honest[at + 2] === 0x01 && honest[at + 3] === 0x02,
    );
    // The size of the part unpacked, as the table of contents states it.
    new DataView(honest.buffer).setUint32(entry + 24, 300 * 1024 * 1024, true);
    expect(() => readBook(honest, 'a.xlsx')).toThrow('展开以后超过');
    const lying = zipSync({ 'xl/workbook.xml': [new Uint8Array(2_000_000).fill(0x20), { level: 1 }] });
    const at = lying.findIndex(
      (_, place) => lying[place] === 0x50 && lying[place + 2] === 0x01 && lying[place + 3] === 0x02,
    );
    new DataView(lying.buffer).setUint32(at + 24, 10, true);
    expect(() => readBook(lying, 'a.xlsx')).toThrow('.xlsx');
  });

  it('reads so many pages and names the first that is left', () => {
    const pages = Array.from({ length: 302 }, (_, at) => ({ name: `页${at + 1}`, rows: ROWS }));
    const { sheets, left } = readBook(makeXlsx(pages), 'a.xlsx');
    expect(sheets.at(-1)?.name).toBe('页300');
    expect(left).toContainEqual({ sheet: '页301', row: 1, why: '只读前 300 页，从这一页起没有读。' });
  });

  it('leaves a cell at the end of the world and names it', () => {
    const row = `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>`;
    const parts = unzipSync(makeXlsx([{ name: '台账', rows: ROWS }]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const far = zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': strToU8(sheet.replace('</sheetData>', `${row}</sheetData>`)),
    });
    const book = readBook(far, 'a.xlsx');
    expect(book.left.map(({ why }) => why)).toEqual([expect.stringContaining('XFD1048576')]);
    expect(understand(book).projects.map(({ name }) => name)).toEqual(['甲平台']);
  });

  it('counts a line of a hundred thousand brackets as broken, and a million columns as too many', () => {
    const deep = `{"名称":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"名称":"甲平台","单位":"乙"}`;
    const book = readBook(strToU8(deep), 'a.jsonl');
    expect(book.faults).toHaveLength(1);
    expect(understand(book).projects.map(({ name }) => name)).toEqual(['甲平台']);
    const wide = readBook(strToU8(`项目名称,单位${',x'.repeat(100_000)}\n甲平台,乙`), 'a.csv');
    expect(wide.left.map(({ why }) => why)).toEqual(['只读前 256 列，右边的没有读。']);
  });

  it.each([
    ['a.docx', 'x', '能导入的是'],
    ['a.csv', '', '空的'],
    ['a.xls', 'x', '另存为'],
    ['a.csv', '项目名称,单位\n"甲,乙\n', '引号'],
    ['a.csv', '\u0001\u0002\u0003'.repeat(100), '不是文本文件'],
  ])('refuses %s in plain words', (name, text, words) => {
    expect(() => readBook(strToU8(text), name)).toThrow(words);
  });
});
