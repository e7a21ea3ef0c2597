import { UNSEEN } from '../text/unseen.ts';

/** They make equal words differ. */
const INVISIBLE = UNSEEN.filter(({ kind }) => kind === 'bidi' || kind === 'invisible');
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  τ: 't',
  κ: 'k',
};

/** A text as it is compared, and for each of its characters where it stood in the text as written. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of the character at the same place; one more than there are characters, the last its end. */
  readonly at: readonly number[];
}

/**
 * A text as it is compared: one width, lower case, nothing invisible, every run of other marks one blank.
 * Explicit ranges, no locale: the same in every engine. Character by character, so that offsets stay known.
 */
export function foldWithOffsets(written: string): Folded {
  const at: number[] = [];
  return { text: foldNoting(written, at), at };
}

/** Han characters, small letters and digits alone: such a text is folded already. */
const PLAIN = /^[\u3400-\u9fffa-z0-9+]*$/;

/** A text as it is compared, where nobody asks for offsets. */
export function fold(written: string): string {
  return PLAIN.test(written) ? written : foldNoting(written);
}

function foldNoting(written: string, at?: number[]): string {
  let text = '';
  let gap = false;
  let last = 0;
  for (let from = 0; from < written.length; ) {
    const code = written.codePointAt(from) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const folded = isPlain(code) ? written[from] : foldCharacter(code);
    if (folded === ' ') gap = text !== '';
    else if (folded !== undefined && folded !== '') {
      if (gap) {
        text += ' ';
        at?.push(last);
        gap = false;
      }
      text += folded;
      for (let n = 0; at && n < folded.length; n++) at.push(from);
      last = from + size;
    }
    from += size;
  }
  at?.push(last);
  return text;
}

/** True for a Han character of the folded text. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** True for a Latin letter or a digit of the folded text. */
export function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** What most characters are: they stay as they are. */
function isPlain(code: number): boolean {
  return isHan(code) || isLatin(code) || code === 0x2b;
}

/** What is left of a rarer character: nothing, a blank, or one or more plain characters. */
const remembered = new Map<number, string>();

function foldCharacter(code: number): string {
  const known = remembered.get(code);
  if (known !== undefined) return known;
  const folded = INVISIBLE.some(({ from, to }) => code >= from && code <= to)
    ? ''
    : foldVisible(String.fromCodePoint(code));
  // Bounded: hostile text could otherwise fill the memory one rare character after another.
  if (remembered.size < 4096) remembered.set(code, folded);
  return folded;
}

function foldVisible(character: string): string {
  const plain = Array.from(character.normalize('NFKC').toLowerCase(), (one) => LOOKALIKES[one] ?? one);
  const kept = plain.filter((one) => isPlain(one.codePointAt(0) ?? 0)).join('');
  return kept === '' ? ' ' : kept;
}
