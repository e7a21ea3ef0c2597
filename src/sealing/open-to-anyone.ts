import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64nopad, bech32 } from '@scure/base';
import { ageHeader, armoredBytes } from '../form/age-file.ts';
import { DEMO_RECIPIENT } from './recipient.ts';

/**
 * The private half of the demonstration key, in tests/keys/demo-key.txt for everybody to read. It stands here so that
 * a check can try it: what it opens, anyone can open.
 */
const DEMO_IDENTITY = 'AGE-SECRET-KEY-1V5RFR2LAC8AHN437KMR8GY45TDYCXXCV3FLEMXUCUEC0RPNWNCZQ6PT09C';

const STANZA = /-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n/g;
const INFO = new TextEncoder().encode('age-encryption.org/v1/X25519');
const NONCE = new Uint8Array(12);

/**
 * True when the demonstration key opens a sealed file or block. Tried as age does it, with the one stanza that it would
 * take, and at once: WebCrypto answers later, and a check does not wait. About 1 ms for each recipient.
 */
export function opensToAnyone(sealed: Uint8Array | string): boolean {
  const bytes = typeof sealed === 'string' ? armoredBytes(sealed) : sealed;
  const header = bytes && ageHeader(bytes);
  if (header === undefined) return false;
  return [...header.matchAll(STANZA)].some(([, share = '', body = '']) => unwraps(share, body));
}

function unwraps(share: string, body: string): boolean {
  try {
    const ephemeral = base64nopad.decode(share);
    const secret = x25519.getSharedSecret(bech32.decodeToBytes(DEMO_IDENTITY).bytes, ephemeral);
    const recipient = bech32.decodeToBytes(DEMO_RECIPIENT).bytes;
    const salt = new Uint8Array([...ephemeral, ...recipient]);
    const key = hkdf(sha256, secret, salt, INFO, 32);
    chacha20poly1305(key, NONCE).decrypt(base64nopad.decode(body));
    return true;
  } catch {
    // Another key's stanza, or none at all: the tag does not fit.
    return false;
  }
}
