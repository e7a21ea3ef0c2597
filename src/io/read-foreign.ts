import { decodeForeign, type Encoding } from '../text/decode-foreign.ts';
import { readLimited } from './private-files.ts';

const MAX_BYTES = 1024 * 1024;

/** What a person wrote in Notepad or sent down a pipe (`-`), whatever its encoding; else a sentence why it cannot be read. */
export function readForeignFile(
  path: string,
  max = MAX_BYTES,
): { readonly text: string; readonly encoding: Encoding } | { readonly fault: string } {
  const name = path === '-' ? '标准输入' : path;
  let bytes: Uint8Array;
  try {
    bytes = readLimited(path, max);
  } catch (error) {
    const why = error instanceof RangeError ? '文件太大' : '没有这个文件，或者没有权限';
    return { fault: `打不开 ${name}：${why}。` };
  }
  const read = decodeForeign(bytes);
  return 'fault' in read ? { fault: `${name} ${read.fault}。` } : read;
}
