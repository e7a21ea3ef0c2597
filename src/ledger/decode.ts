import { decodeForeign } from '../text/decode-foreign.ts';
import { LedgerError } from './grid.ts';

/** The text of a ledger whose encoding nobody wrote down. */
export function decodeLedger(bytes: Uint8Array): string {
  const read = decodeForeign(withoutStrays(bytes));
  if ('fault' in read) throw new LedgerError(`这个文件${read.fault}：用表格软件打开，另存为 .xlsx，再导入。`);
  return read.text;
}

/** Old systems leave a bell or an escape in a cell here and there; that does not make the ledger a binary file. */
function withoutStrays(bytes: Uint8Array): Uint8Array {
  let strays = 0;
  for (const byte of bytes) {
    if (byte === 0) return bytes;
    if (isStray(byte)) strays += 1;
  }
  return strays === 0 || strays > bytes.length / 50 + 20
    ? bytes
    : bytes.map((byte) => (isStray(byte) ? 0x20 : byte));
}

const isStray = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);
