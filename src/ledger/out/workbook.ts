import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Feature, type Row, type Sheet } from 'write-excel-file/universal';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import { cleanText } from '../clean.ts';
import type { OutKind, OutSheet } from './sheet.ts';

type File = Blob;

const SHEET_XML = 'xl/worksheets/sheet{id}.xml';
/** What a cell of a spreadsheet holds at most. */
const LONGEST = 32_767;
/** Fonts that offices have; others fall back to them. */
const FONT = { fontFamily: 'SimSun', fontSize: 11 } as const;
/** Every file of the archive bears this day, so that the same content gives the same bytes. */
const NO_DAY = new Date(1980, 0, 1, 12);

/**
 * A workbook of these sheets: titles in bold and frozen, a filter over them, sums with two decimals. Text is written
 * as text, so that no cell is ever a formula, whatever it begins with. The same sheets give the same bytes.
 */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(sheets.map(toSheet), { ...FONT, features: [filters(sheets)] }).toBlob();
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync(files, { mtime: NO_DAY });
}

function toSheet({ name, columns, rows }: OutSheet): Sheet<File> {
  const head: Row = columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#e8edf3',
    wrap: true,
    alignVertical: 'center',
    borderStyle: 'thin',
  }));
  const body = rows.map((row): Row => row.map((value, at) => toCell(value, columns[at]?.kind ?? 'text')));
  return {
    data: [head, ...body],
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
  };
}

function toCell(value: string | number | undefined, kind: OutKind): Row[number] {
  if (value === undefined || value === '') return null;
  const style = { alignVertical: 'top', borderStyle: 'thin' } as const;
  if (typeof value === 'string')
    return { value: cleanText(value).slice(0, LONGEST), type: String, wrap: true, ...style };
  const format = kind === 'money' ? '#,##0.00####' : '0';
  return { value, type: Number, format, ...style };
}

/** What a sheet may be called: no more than 31 characters, and none of those that addresses are made with. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** The library has frozen panes and no filters; it lets the XML of a sheet be added to. */
function filters(sheets: readonly OutSheet[]): Feature<File> {
  const order = getOrderOfSiblings(SHEET_XML, 'worksheet') ?? [];
  return {
    files: {
      transform: {
        [SHEET_XML]: {
          transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const sheet = sheets[sheetIndex];
            if (!sheet || sheet.rows.length === 0) return xml;
            const last = getCellAddress(sheet.rows.length, sheet.columns.length - 1);
            const filter = getSelfClosingTagMarkup('autoFilter', { ref: `A1:${last}` });
            return insertElementMarkupAccordingToOrderOfSiblings(xml, filter, order, 'worksheet');
          },
        },
      },
    },
  };
}
