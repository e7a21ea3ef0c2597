import { problemAt } from '../../rules/catalogue.ts';
import type { Problem } from '../finding.ts';

const START = { line: 1, column: 1 };
const LOSSY = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Bytes that are neither UTF-8 nor another encoding that clerks' editors write: pieces of characters, half
 * characters (surrogates), UTF-16 cut in the middle. A whole file in GBK or UTF-16 is left to the reader of
 * entries, which says how to save it anew.
 */
export function hostileEncoding(bytes: Uint8Array): Problem | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decodes(utf16, bytes) ? undefined : damaged('UTF-16 里有半个字符');
  if (decodes('utf-8', bytes)) return undefined;
  const text = LOSSY.decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const kept = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (kept > lost || !decodes('gb18030', bytes)) return damaged(`有 ${lost} 处不成字的字节`);
  return undefined;
}

function utf16Of([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decodes(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function damaged(what: string): Problem {
  return problemAt('hostile-encoding', START, `文件编码：${what}，文件已经损坏。`);
}
