import { bech32 } from '@scure/base';

/**
 * Public keys of the office as age writes them (`age1…`, X25519). The checksum is tested here, so that a slip of
 * the hand in office.yaml is found by `check` and not by the first clerk who wants to seal.
 */

/**
 * The public key of the demonstration. Its private half lies open in tests/keys/demo-key.txt:
 * what is sealed to it anyone can read.
 */
export const DEMO_RECIPIENT = 'age1ja9mj93cs0f75yv6n4f5hrwg0jyvchudrx36pyx4563jtxqgydfs84kvjd';

const SHAPE = /^age1[a-z0-9]{58}$/;

/** True for a public key that can be sealed to. */
export function isRecipient(key: string): boolean {
  return SHAPE.test(key) && bech32.decodeUnsafe(key) !== undefined;
}
