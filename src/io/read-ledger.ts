import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { readCsv } from '../ledger/csv.ts';
import { readJsonl } from '../ledger/jsonl.ts';
import { LedgerError, type LedgerText } from '../ledger/text.ts';
import { readXlsx } from '../ledger/xlsx.ts';

type Reader = (bytes: Uint8Array, name: string) => LedgerText | Promise<LedgerText>;

const READERS: Readonly<Record<string, Reader>> = {
  '.jsonl': readJsonl,
  '.csv': readCsv,
  '.xlsx': readXlsx,
};
/** Largest ledger that is read, in bytes. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Reads a ledger by the ending of its name. Throws `LedgerError` with a message in plain words. */
export async function readLedger(file: string): Promise<LedgerText> {
  const ending = extname(file).toLowerCase();
  const reader = READERS[ending];
  if (!reader) throw new LedgerError(unknownEnding(ending));
  const bytes = await readBytes(file);
  if (bytes.length > MAX_BYTES) throw new LedgerError('台账文件超过 50 MB，分成几个文件再导入。');
  if (bytes.length === 0) throw new LedgerError('台账文件是空的。');
  return reader(bytes, basename(file));
}

function unknownEnding(ending: string): string {
  if (ending === '.xls' || ending === '.et') {
    return `不能读 ${ending} 文件：在表格软件里另存为 .xlsx，再导入。`;
  }
  return `不能读「${ending || '没有扩展名的'}」文件：能导入的是 ${Object.keys(READERS).join('、')}。`;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new LedgerError(code === 'ENOENT' ? `没有这个文件：${file}` : `打不开这个文件：${file}（${code}）`);
  }
}
