/**
 * Public keys of the office as age writes them (`age1…`, X25519). The checksum is tested here, so that a slip of
 * the hand in office.yaml is found by `check` and not by the first clerk who wants to seal.
 */

/**
 * The public key of the demonstration. Its private half lies open in tests/keys/demo-key.txt:
 * what is sealed to it anyone can read.
 */
export const DEMO_RECIPIENT = 'age1ja9mj93cs0f75yv6n4f5hrwg0jyvchudrx36pyx4563jtxqgydfs84kvjd';

const SHAPE = /^age1[ac-hj-np-z02-9]{58}$/;
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** 「age」 as Bech32 (BIP 173) feeds a prefix into its checksum. */
const PREFIX = [3, 3, 3, 0, 1, 7, 5];

/** True for a public key that can be sealed to. */
export function isRecipient(key: string): boolean {
  if (!SHAPE.test(key)) return false;
  const data = [...key.slice(4)].map((character) => ALPHABET.indexOf(character));
  return checksum([...PREFIX, ...data]) === 1;
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}
