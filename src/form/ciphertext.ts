/**
 * Tells what could be ciphertext from what people can read. Ciphertext is evenly spread over all bytes and no row of it
 * makes words; whoever puts plain text, a document or a picture behind the header of an age file is found out by that.
 * Each bound is far beyond what chance gives in 20 MB.
 */

/** Beginnings of documents, archives and pictures. */
const MAGIC = [
  'PK\u0003\u0004',
  '%PDF',
  '\u00d0\u00cf\u0011\u00e0',
  'Rar!',
  '7z\u00bc\u00af',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff\u00e0',
  'GIF8',
  '{\\rt',
];
const NONCE = 16;
/** So many of one byte in a row. */
const SAME = 8;
/** So many Chinese characters in a row: in UTF-8, and in GBK, whose bytes are met more often by chance. */
const HAN_UTF8 = 6;
const HAN_GBK = 16;
/** So many digits in a row: a telephone number has eleven. */
const DIGITS = 11;
/** From so many bytes on the spread tells; what it comes to with even bytes, give or take, is 255. */
const ENOUGH = 512;
const UNEVEN = 540;

/** True for bytes behind the header of an age file that nobody can have encrypted. */
export function isReadable(payload: Uint8Array): boolean {
  return hasMagic(payload) || hasWords(payload) || isUneven(payload);
}

function hasMagic(payload: Uint8Array): boolean {
  const begins = (at: number): boolean =>
    MAGIC.some((magic) => [...magic].every((character, i) => payload[at + i] === character.charCodeAt(0)));
  return begins(0) || begins(NONCE);
}

/** Rows that make words: letters, digits, Chinese, or one byte again and again. One walk over all bytes. */
function hasWords(payload: Uint8Array): boolean {
  // Longer texts meet longer rows by chance.
  const letters = 20 + Math.ceil(Math.log2(payload.length + 1));
  let [ascii, digits, same, gbk, last] = [0, 0, 0, 0, -1];
  for (let at = 0; at < payload.length; at++) {
    const byte = payload[at] ?? 0;
    ascii = isLetter(byte) ? ascii + 1 : 0;
    digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0;
    same = byte === last ? same + 1 : 1;
    last = byte;
    gbk = hanGbkBehind(payload, at, gbk);
    if (ascii >= letters || digits >= DIGITS || same >= SAME || gbk >= 2 * HAN_GBK) return true;
    if (byte >= 0xe4 && byte <= 0xe9 && rowOfHan(payload, at) >= HAN_UTF8) return true;
  }
  return false;
}

const isLetter = (byte: number): boolean => (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x09;

/** How many bytes of Chinese in GBK end here; the first of a pair counts, and falls away when no second follows. */
function hanGbkBehind(payload: Uint8Array, at: number, row: number): number {
  const byte = payload[at] ?? 0;
  if (row % 2 === 1) return byte >= 0xa1 && byte <= 0xfe ? row + 1 : 0;
  return byte >= 0xb0 && byte <= 0xf7 ? row + 1 : 0;
}

/** How many Chinese characters and marks in UTF-8 begin here. */
function rowOfHan(payload: Uint8Array, from: number): number {
  let row = 0;
  for (let at = from; row < HAN_UTF8; at += 3, row++) {
    const lead = payload[at] ?? 0;
    const sound = (lead >= 0xe3 && lead <= 0xe9) || lead === 0xef;
    if (!sound || !isTail(payload[at + 1]) || !isTail(payload[at + 2])) break;
  }
  return row;
}

const isTail = (byte = 0): boolean => byte >= 0x80 && byte <= 0xbf;

/** Some bytes far more often than others: the test of Pearson. */
function isUneven(payload: Uint8Array): boolean {
  if (payload.length < ENOUGH) return false;
  const counts = new Uint32Array(256);
  for (const byte of payload) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = payload.length / 256;
  let spread = 0;
  for (const count of counts) spread += (count - expected) ** 2 / expected;
  return spread > UNEVEN;
}
