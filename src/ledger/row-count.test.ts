import { describe, expect, it } from 'vitest';
import { LedgerError } from './grid.ts';
import { LIMITS } from './limits.ts';
import { countFilledRows, countLines, countMarkedRows, countRepeated, refuseLong } from './row-count.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the rows of a ledger before it is read', () => {
  it.each([
    ['a,b\n1,2\n', 2],
    ['a,b\r\n1,2', 2],
    ['a,b\n\n \n1,2\n\n', 2],
    ['a,"b\nc"\n1,2\n', 2],
    ['a,"b""\n""c"\r1,2\r', 2],
    ['', 0],
  ])('are the lines of a text: %j', (text, rows) => {
    expect(countLines(text, true)).toBe(rows);
  });

  it.each([
    ['<sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c s="1"/></row><row r="3"/></sheetData>', 1],
    ['<x:row><x:c><x:is><x:t>甲</x:t></x:is></x:c></x:row><x:row><x:c><x:f>A1</x:f></x:c></x:row>', 2],
  ])('are the filled ones of a sheet: %s', (sheet, rows) => {
    expect(countFilledRows(bytes(sheet))).toBe(rows);
  });

  it.each([
    [
      '<table:table-row><table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row>',
      1,
      1,
    ],
    ['<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>', 0, 0],
    [
      '<table-row table:number-rows-repeated="1000"><table-cell table:number-columns-repeated="20"><p>甲</p></table-cell><table-cell table:number-columns-repeated="900"/></table-row>',
      1000,
      20_000,
    ],
  ])('are counted as often as they are repeated: %s', (sheet, rows, cells) => {
    expect(countRepeated(sheet)).toEqual({ rows, cells });
  });

  it('are the rows of a page', () => {
    expect(countMarkedRows('<table><TR><td>1</td></TR><tr class=a></tr><track/></table><ss:Row/>')).toBe(3);
  });

  it('are refused in words above the limit', () => {
    expect(() => refuseLong(LIMITS.rows)).not.toThrow();
    expect(() => refuseLong(LIMITS.rows + 1)).toThrow(LedgerError);
    expect(() => refuseLong(LIMITS.rows + 1)).toThrow(/超过 65536 行，没有读：按年份或单位分成几个文件/);
  });
});
