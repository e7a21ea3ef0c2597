import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../tests/support/xlsx.ts';
import { readMerges } from './xlsx-merges.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const workbook = (): Buffer =>
  Buffer.from(makeXlsx([{ name: '一', rows: [['甲'], ['']], merges: ['A1:B2'] }]));

describe('readMerges', () => {
  it('gives the merged areas by the name of their sheet', () => {
    expect(readMerges(workbook())).toEqual(new Map([['一', [{ top: 0, left: 0, bottom: 1, right: 1 }]]]));
  });

  it('does not unpack a part that says it is larger than the bound', () => {
    const bytes = workbook();
    // The size in the archive's own list stands 22 bytes before the name.
    bytes.writeUInt32LE(0xfff00000, bytes.lastIndexOf(SHEET) - 22);
    expect(readMerges(bytes)).toEqual(new Map([['一', []]]));
  });

  it.each(['', 'PK', 'not an archive'])('finds none in %j', (text) => {
    expect(readMerges(Buffer.from(text))).toEqual(new Map());
  });
});
