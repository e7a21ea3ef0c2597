/**
 * The outside of an age file (age-encryption.org/v1): enough to tell a sealed file from anything else without a key.
 * Whether it opens, and for whom, only the private key can tell.
 */

/** Largest sealed attachment, in bytes: what a public repository and a reviewer's line can still carry. */
export const MAX_SEALED_BYTES = 20 * 1024 * 1024;

/** The header lies at the front; more than this no sealed file of ours has. */
const MAX_HEADER = 16 * 1024;
/** Nonce and tag behind the header: the shortest payload there is. */
const MIN_PAYLOAD = 32;
/** Only keys of the kind that the office has: a file under a password or another plugin could not be opened. */
const STANZA = '-> X25519 [A-Za-z0-9+/]{43}\\n[A-Za-z0-9+/]{43}\\n';
const HEADER = new RegExp(`^age-encryption\\.org/v1\\n(?:${STANZA}){1,20}--- [A-Za-z0-9+/]{43}\\n`);
const ARMOR =
  /^-----BEGIN AGE ENCRYPTED FILE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{2,64}={0,2})\n-----END AGE ENCRYPTED FILE-----$/;
const LATIN1 = new TextDecoder('latin1');

/** True for the bytes of a file sealed to public keys. */
export function isAgeFile(bytes: Uint8Array): boolean {
  const header = HEADER.exec(LATIN1.decode(bytes.subarray(0, MAX_HEADER)));
  return header !== null && bytes.length >= header[0].length + MIN_PAYLOAD;
}

/** The bytes inside an armored block; undefined when the text is none or is cut short. */
export function armoredBytes(block: string): Uint8Array<ArrayBuffer> | undefined {
  const base64 = ARMOR.exec(block.trim().replace(/\r\n?/g, '\n'))?.[1]?.replaceAll('\n', '');
  if (base64 === undefined || base64.length % 4 !== 0) return undefined;
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  // Fifty times as fast as `Uint8Array.from` over the characters, and every check of a filing comes by here.
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** True for an armored block with an age file inside: plain words in Base64 are not sealed. */
export function isSealedBlock(text: string): boolean {
  const bytes = armoredBytes(text);
  return bytes !== undefined && isAgeFile(bytes);
}
