import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { DocumentText } from './read-document.ts';
import { repack } from './repack.ts';

/** Rows and columns of a sheet that are read: what a plan describes is words, not figures. */
const MAX_ROWS = 5000;
const MAX_COLUMNS = 200;
const LEFT_OUT = /^(?:xl|Pictures)\/(?:media|embeddings|drawings|charts|externalLinks)\//;
const ZIP = 0x50;

/** The words of a workbook, a row a line. Hidden sheets and charts are left out and named. */
export function readWorkbook(bytes: Uint8Array): DocumentText {
  const packed = bytes[0] === ZIP ? repack(bytes, (name) => !LEFT_OUT.test(name)) : { bytes };
  if ('fault' in packed) return packed;
  const book = opened(packed.bytes);
  if (typeof book === 'string') return { fault: book };
  const unread: string[] = [];
  const lines = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    if (book.Workbook?.Sheets?.[at]?.Hidden) unread.push(`工作表「${name}」是隐藏的，没有读`);
    else if (sheet !== undefined) return linesOf(sheet);
    return [];
  });
  return { text: lines.join('\n'), unread };
}

function opened(bytes: Uint8Array): WorkBook | string {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: MAX_ROWS,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    return locked ? '设了密码，打不开。去掉密码再用' : '不是完整的表格，打不开。用 Excel 或 WPS 另存一份再试';
  }
}

function linesOf(sheet: WorkSheet): string[] {
  return (sheet['!data'] ?? []).flatMap((row) => {
    const cells = (row ?? []).slice(0, MAX_COLUMNS).map((cell) => String(cell?.w ?? cell?.v ?? '').trim());
    const words = cells.filter((cell) => cell !== '');
    return words.length === 0 ? [] : [words.join('\t')];
  });
}
