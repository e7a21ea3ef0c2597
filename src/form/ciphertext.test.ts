import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isReadable } from './ciphertext.ts';

const UTF8 = new TextEncoder();
const PLAN = '本项目建设独居老人关爱服务平台，联系人综合科，覆盖十二个社区。';

/** Bytes as even as ciphertext, the same at every run. */
function even(length: number, seed: number): Uint8Array {
  const key = createHash('sha256').update(String(seed)).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

describe('isReadable', () => {
  it('takes no ciphertext for words, however much of it there is', () => {
    for (let seed = 0; seed < 2_000; seed++)
      expect(isReadable(even(32 + (seed % 900), seed)), `${seed}`).toBe(false);
    expect(isReadable(even(8 * 1024 * 1024, 1))).toBe(false);
    expect(isReadable(randomBytes(100_000))).toBe(false);
  });

  it.each<[string, Uint8Array]>([
    ['Chinese', UTF8.encode(PLAN)],
    ['Chinese behind a nonce', Buffer.concat([even(16, 3), UTF8.encode(PLAN)])],
    ['Chinese amid noise', Buffer.concat([even(3_000, 4), UTF8.encode(PLAN), even(3_000, 5)])],
    [
      'a telephone number amid noise',
      Buffer.concat([even(40, 6), UTF8.encode(`139${'0000'}0001`), even(40, 7)]),
    ],
    [
      'English amid noise',
      Buffer.concat([even(64, 8), UTF8.encode('The plan of the project is as follows.'), even(64, 9)]),
    ],
    ['Base64', UTF8.encode(Buffer.from(even(300, 10)).toString('base64'))],
    [
      'Chinese in GBK',
      Uint8Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 0xb0 + (at % 9) : 0xa1 + (at % 70))),
    ],
    ['Chinese in UTF-16', Buffer.from(PLAN.repeat(20), 'utf16le')],
    ['nothing but zeros', new Uint8Array(64)],
    ['a PDF', Buffer.concat([UTF8.encode('%PDF-1.7'), even(900, 11)])],
    [
      'a document of Word behind a nonce',
      Buffer.concat([even(16, 12), UTF8.encode('PK\u0003\u0004'), even(900, 13)]),
    ],
  ])('sees %s', (_, bytes) => {
    expect(isReadable(new Uint8Array(bytes))).toBe(true);
  });
});
