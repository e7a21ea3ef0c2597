import { randomInt } from 'node:crypto';

export { pinyinOf, slugFor } from '../filing/slug.ts';
export { stableSuffix } from '../registry/stable-suffix.ts';

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const SUFFIX_LENGTH = 4;
/** A fresh suffix, so that two filings written at the same time do not race for a name. */
export function randomSuffix(): string {
  return Array.from({ length: SUFFIX_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
