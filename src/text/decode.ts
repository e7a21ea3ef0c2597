import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';

/** Largest entry that is read, in bytes. */
export const MAX_BYTES = 256 * 1024;

const START = { line: 1, column: 1 };
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A file is looked at for safety and then read: its text is made once, for as long as its bytes are kept. */
const KNOWN = new WeakMap<Uint8Array, Decoded>();

/** The text of a file, with what was wrong about its bytes. Never throws: undecodable bytes become a finding. */
export function decode(bytes: Uint8Array, limit = MAX_BYTES): Decoded {
  if (bytes.length > limit) return { text: '', problems: [problemAt('parse-too-large', START)] };
  const known = KNOWN.get(bytes);
  if (known) return known;
  const decoded = decodeAnew(bytes);
  KNOWN.set(bytes, decoded);
  return decoded;
}

function decodeAnew(bytes: Uint8Array): Decoded {
  const { text, encoding } = readText(bytes);
  const problems: Problem[] = [];
  if (encoding !== 'utf-8') {
    problems.push(
      problemAt('parse-encoding', START, `文件要用 UTF-8 编码保存：这份文件看来是 ${encoding} 编码。`),
    );
  }
  if (encoding === 'utf-8' && text.startsWith('\uFEFF')) problems.push(problemAt('parse-bom', START));
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!bare.includes('\r')) return { text: bare, problems };
  problems.push(problemAt('parse-line-ends', START));
  return { text: bare.replace(/\r\n?/g, '\n'), problems };
}

function readText(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decodeAs('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decodeAs('utf-16be', bytes), encoding: 'UTF-16' };
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeAs('gb18030', bytes), encoding: 'GBK' };
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
