import { describe, expect, it } from 'vitest';
import { LedgerError } from './grid.ts';
import { refuseSpread, tameSheet } from './tame.ts';

const tamed = (sheet: string): string => new TextDecoder().decode(tameSheet(new TextEncoder().encode(sheet)));
const sheet = (before: string, behind: string): string =>
  `<worksheet>${before}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${behind}</worksheet>`;

describe('what tells the reader of workbooks to do something without end', () => {
  it('is shortened in the columns and the links of a sheet, and the cells stay', () => {
    expect(
      tamed(
        sheet('<cols><col min="1" max="999999999"/></cols>', '<hyperlink ref="A1:XFD1048576" r:id="x"/>'),
      ),
    ).toBe(sheet('<cols><col min="1" max="16384"/></cols>', '<hyperlink ref="A1" r:id="x"/>'));
  });

  it('is left out where there are far too many columns', () => {
    const many = sheet(`<cols>${'<col min="1" max="9"/>'.repeat(5_000)}</cols>`, '');
    expect(tamed(many).match(/<col /g)?.length).toBe(2_000);
  });

  it.each(['', '<worksheet/>', sheet('<cols><col min="1" max="3"/></cols>', '<mergeCell ref="A1:B2"/>')])(
    'is not looked for where nothing is: %s',
    (plain) => {
      expect(tamed(plain)).toBe(plain);
    },
  );

  it.each([
    '<Row><Cell ss:MergeAcross="1000000000" ss:MergeDown="1000000000"/></Row>',
    '<Row><Cell ss:MergeAcross="9999" ss:MergeDown="99"/></Row>'.repeat(10),
    '<tr><td rowspan=65000>甲</td><td>乙</td></tr>'.repeat(3_000),
  ])('is refused in a page or a workbook of one text: %#', (text) => {
    expect(() => refuseSpread(text)).toThrow(LedgerError);
  });

  it('is none where a page merges as people do', () => {
    const page = `<tr><td rowspan="5">甲</td><td>乙</td></tr>${'<tr><td>丙</td></tr>'.repeat(4)}`.repeat(
      2_000,
    );
    expect(() => refuseSpread(page)).not.toThrow();
  });
});
