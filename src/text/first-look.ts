import { BETWEEN_DIGITS, CHINESE_DIGITS, LETTER_O } from './digits.ts';

/** What one walk over a text tells of it, so that most texts need no closer look. */
export interface FirstLook {
  /** Full-width characters. */
  readonly wide: boolean;
  /** Characters that may stand for others, escapes and character references. */
  readonly odd: boolean;
  /** Characters with which marks of Markdown and HTML begin. */
  readonly marks: boolean;
  /** Eleven digits and more, Chinese ones too, with nothing but marks and blanks between: as many as a mobile has. */
  readonly long: boolean;
}

/** Full width, of which every text is full. */
export const WIDE = /[\uff01-\uff5e]/g;
export const half = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
/** Characters outside the ordinary writing of Chinese and English, which may stand for ordinary ones. */
export const UNUSUAL =
  '[\\ud800-\\udbff][\\udc00-\\udfff]|[^\\u0000-\\u007f\\u2014\\u2018-\\u201d\\u2026\\u3001\\u3002\\u3007-\\u3015\\u4e00-\\u9fff]';

const [IS_KNOWN, IS_WIDE, IS_ODD, IS_MARK, IS_DIGIT, IS_BETWEEN] = [1, 2, 4, 8, 16, 32] as const;
const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [IS_ODD, new RegExp(`[\\\\&]|${UNUSUAL}`)],
  [IS_MARK, /[*`~<\]]/],
  [IS_DIGIT, new RegExp(`[${CHINESE_DIGITS}${LETTER_O}\\d]`)],
  [IS_BETWEEN, new RegExp(`^${BETWEEN_DIGITS}$`)],
];
const LONG = 11;

/** What each character is, by its code; worked out when it is first met. */
const kinds = new Uint8Array(0x10000);

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const plain = character.replace(WIDE, half);
  const known = plain === character ? IS_KNOWN : IS_KNOWN | IS_WIDE;
  kinds[code] = KINDS.reduce((all, [kind, pattern]) => (pattern.test(plain) ? all | kind : all), known);
  return kinds[code] ?? known;
}

/** Walks over a text once; by code, because every text of the registry comes by here. */
export function firstLook(text: string): FirstLook {
  let [all, row, longest] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] || learn(code);
    all |= kind;
    if (kind & IS_DIGIT) longest = Math.max(longest, ++row);
    else if (!(kind & IS_BETWEEN)) row = 0;
  }
  const has = (kind: number): boolean => (all & kind) !== 0;
  return { wide: has(IS_WIDE), odd: has(IS_ODD), marks: has(IS_MARK), long: longest >= LONG };
}
