/** The encodings in which text reaches the registry from other people's machines. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'GBK';

/** Text from outside, or why there is none, as the end of a sentence that begins with the name of its source. */
export type ForeignText = { readonly text: string; readonly encoding: Encoding } | { readonly fault: string };

/** What a text never holds and nearly every other file does. Word leaves a vertical tab in what is pasted from it. */
const BINARY = /[^\P{Cc}\t\n\v\f\r\u007f-\u009f]/u;
/** Of the first bytes of UTF-16 without a mark: every second one is 0 where the text is Latin letters, digits, JSON. */
const LOOKED_AT = 512;
/** Letters of which hardly one stands in a Chinese text that was decoded as it was meant. */
const ODD = /[\ue000-\uf8ff\ufffd]|[\u{20000}-\u{3ffff}]/gu;
const ODD_SHARE = 0.1;
/** 「½¨Éè」: Chinese bytes that were taken for signs of Western Europe, or came back as the sign for what is unreadable. */
const WESTERN = /[\u0080-\u00ff]|锟斤拷|烫烫/gu;
const WESTERN_SHARE = 0.3;

/**
 * The text of bytes that a person hands over: a file saved by Notepad as 「ANSI」 or 「Unicode」, or what a Chinese
 * Windows sends down a pipe (GBK). The mark of order is taken away, line ends are kept. Bytes that are no text at all
 * give a fault: to take them for text would end in 「nothing found」 where nothing was read. Never throws.
 */
export function decodeForeign(bytes: Uint8Array): ForeignText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return read(utf16, bytes, 'UTF-16');
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== undefined) return judge(utf8, 'UTF-8');
  return read('gb18030', bytes, 'GBK');
}

function read(label: string, bytes: Uint8Array, encoding: Encoding): ForeignText {
  const text = tryDecode(label, bytes);
  if (text === undefined)
    return { fault: '的编码认不出来（不是 UTF-8、GBK 或 UTF-16），另存为 UTF-8 的文本再用' };
  return judge(text, encoding);
}

function judge(text: string, encoding: Encoding): ForeignText {
  if (BINARY.test(text)) return { fault: '不是文本文件，里面有不是文字的内容' };
  const odd = text.match(ODD)?.length ?? 0;
  const western = text.match(WESTERN)?.join('').length ?? 0;
  if (odd > text.length * ODD_SHARE || western > text.length * WESTERN_SHARE)
    return { fault: '读出来多半是乱码，另存为 UTF-8 的文本再用' };
  return { text, encoding };
}

function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, LOOKED_AT);
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : undefined;
}

function tryDecode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
