import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 4;

/** The suffix that belongs to a text: the same text gives the same file every time, in the browser and in Node. */
export function stableSuffix(text: string): string {
  return Array.from(
    sha256(utf8ToBytes(text)).subarray(0, LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
}
