import { describe, expect, it } from 'vitest';
import { DEMO_RECIPIENT, isRecipient } from './recipient.ts';

describe('isRecipient', () => {
  it('takes a public key', () => {
    expect(isRecipient(DEMO_RECIPIENT)).toBe(true);
  });

  it('refuses the key with any one character changed', () => {
    for (let at = 4; at < DEMO_RECIPIENT.length; at++) {
      const other = DEMO_RECIPIENT[at] === 'q' ? 'p' : 'q';
      expect(isRecipient(DEMO_RECIPIENT.slice(0, at) + other + DEMO_RECIPIENT.slice(at + 1))).toBe(false);
    }
  });

  it.each(['', 'age1', 'age1pq1qqqq', 'ssh-ed25519 AAAA', DEMO_RECIPIENT.toUpperCase()])(
    'refuses %s',
    (key) => {
      expect(isRecipient(key)).toBe(false);
    },
  );
});
