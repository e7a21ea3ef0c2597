import { LedgerError } from './grid.ts';

/** What a page of text in a wrong encoding is full of. */
const MISREAD = /\uFFFD/g;

/** The text of a ledger whose encoding nobody wrote down: UTF-8, UTF-16 of either order, or GB18030. */
export function decodeLedger(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const misread = text.match(MISREAD)?.length ?? 0;
  if (text.includes('\0') || misread > text.length / 50 + 2) {
    throw new LedgerError('认不出这个文件的文字编码：用表格软件打开，另存为 .xlsx 或 UTF-8 编码的 .csv，再导入。');
  }
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** UTF-16 without its mark: every comma and line end has a zero byte beside it, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4_096);
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < end / 40 || Math.min(even, odd) > Math.max(even, odd) / 10) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
