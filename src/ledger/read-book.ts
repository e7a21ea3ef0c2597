import { readCsv, readCsvText } from './csv.ts';
import { decodeLedger } from './decode.ts';
import { type Book, LedgerError } from './grid.ts';
import { readJsonl } from './jsonl.ts';
import { LIMITS } from './limits.ts';
import { readWorkbook } from './workbook.ts';

/** Endings of ledgers that are read. */
export const ENDINGS = ['.xls', '.xlsx', '.ods', '.et', '.csv', '.json', '.jsonl'] as const;
const WORKBOOKS = ['.xls', '.xlsx', '.xlsm', '.xlsb', '.xltx', '.xlt', '.ods', '.fods', '.et', '.ett'];
const RECORDS = ['.jsonl', '.json', '.ndjson'];
const TEXTS = ['.csv', '.tsv', '.txt'];

/**
 * Reads a ledger. The ending says what it should be, the first bytes what it is: a workbook named .csv and a table of
 * text named .xls are read for what they are. Throws `LedgerError` with a message in plain words.
 */
export function readBook(bytes: Uint8Array, name: string): Book {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (bytes.length > LIMITS.bytes) throw new LedgerError('台账文件超过 50 MB，分成几个文件再导入。');
  if (bytes.length === 0) throw new LedgerError('台账文件是空的。');
  const fault = endingFault(ending);
  if (fault !== undefined) throw new LedgerError(fault);
  if (isPdf(bytes))
    throw new LedgerError('这是 PDF，不是表格：向填表的单位要表格文件（.xlsx、.xls、.et），再导入。');
  if (RECORDS.includes(ending)) return readJsonl(bytes, name);
  if (isPacked(bytes) || isCompound(bytes)) return readWorkbook(bytes, name);
  if (TEXTS.includes(ending)) return readCsv(bytes, name);
  return readTextNamedWorkbook(bytes, name, ending);
}

const isPdf = ([a, b, c, d]: Uint8Array): boolean => a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46;
const isPacked = ([a, b]: Uint8Array): boolean => a === 0x50 && b === 0x4b;
const isCompound = ([a, b, c, d]: Uint8Array): boolean =>
  a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
/** The first record of a workbook older than Excel 97. */
const isOldBinary = ([a, , b]: Uint8Array): boolean => a === 0x09 && (b === 0x04 || b === 0x06 || b === 0x08);

/** Systems of many offices write a web page or a table of text and name it .xls. */
function readTextNamedWorkbook(bytes: Uint8Array, name: string, ending: string): Book {
  if (isOldBinary(bytes)) return readWorkbook(bytes, name);
  const text = decodeLedger(bytes);
  if (/^\s*(?:<\?xml|<!doctype|<html|<table|<meta|<head)/i.test(text)) return readPage(text, name);
  if (/[\t,]/.test(text) && /\n/.test(text.trim())) return readCsvText(text, name);
  throw new LedgerError(`这不是完好的 ${ending} 文件：用表格软件打开，另存为 .xlsx，再导入。`);
}

const UNSHOWN = /<tr\b[^>]*display\s*:\s*none[\s\S]*?<\/tr\s*>/gi;

/** A web page named as a workbook; what it does not show is left, as in any other. */
function readPage(text: string, name: string): Book {
  const unshown = text.match(UNSHOWN)?.length ?? 0;
  if (unshown === 0) return readWorkbook(text, name);
  const book = readWorkbook(text.replace(UNSHOWN, ''), name);
  const why = `网页里有 ${unshown} 行不显示，没有导入。`;
  return { ...book, left: [...book.left, { sheet: book.sheets[0]?.name ?? name, row: 1, why }] };
}

/** Why a file with this ending (「.docx」) is not read; undefined for one that is. */
export function endingFault(ending: string): string | undefined {
  if (RECORDS.includes(ending) || WORKBOOKS.includes(ending) || TEXTS.includes(ending)) return undefined;
  return `不能读「${ending || '没有扩展名的'}」文件：能导入的是 ${ENDINGS.join('、')}。`;
}
