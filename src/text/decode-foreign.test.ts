import { describe, expect, it } from 'vitest';
import { decodeForeign } from './decode-foreign.ts';

/** 「智慧停车，诱导」 as a Chinese Windows writes it. */
const GBK = Uint8Array.of(0xd6, 0xc7, 0xbb, 0xdb, 0xcd, 0xa3, 0xb3, 0xb5, 0xa3, 0xac, 0xd3, 0xd5, 0xb5, 0xbc);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('text from outside', () => {
  it.each([
    ['UTF-8', utf8('智慧停车'), '智慧停车', 'UTF-8'],
    ['UTF-8 with a mark', utf8('\uFEFF智慧停车'), '智慧停车', 'UTF-8'],
    ['GBK', GBK, '智慧停车，诱导', 'GBK'],
    ['UTF-16 with a mark', utf16('\uFEFF智慧停车'), '智慧停车', 'UTF-16'],
    ['UTF-16 without a mark', utf16('{"项目名称": "智慧停车"}'), '{"项目名称": "智慧停车"}', 'UTF-16'],
    [
      'UTF-16 of the other order',
      new Uint8Array(Buffer.from('\uFEFF智慧', 'utf16le').swap16()),
      '智慧',
      'UTF-16',
    ],
    ['nothing', Uint8Array.of(), '', 'UTF-8'],
  ])('reads %s', (_, bytes, text, encoding) => {
    const read = decodeForeign(bytes);
    expect(read).toHaveProperty('encoding', encoding);
    expect(read).toHaveProperty('text', text);
  });

  it.each([
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0)],
    ['a zero in plain text', utf8('智慧\u0000停车')],
    ['a GBK text cut in the middle of a letter', GBK.subarray(0, GBK.length - 1)],
    ['GBK that was taken for Latin letters', utf8('½¨Éè¶À¾ÓÀÏÈË¹Ø°®Æ½Ì¨')],
    ['what came back unreadable', utf8('锟斤拷锟斤拷平台')],
    ['bytes of no encoding', Uint8Array.of(0xff, 0xff, 0x80, 0x81, 0xff)],
  ])('does not take %s for text', (_, bytes) => {
    expect(decodeForeign(bytes)).toHaveProperty('fault');
  });
});
