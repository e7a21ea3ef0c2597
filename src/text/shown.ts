import { isSealedBlock } from '../form/age-file.ts';
import { BETWEEN_DIGITS, CHINESE_DIGITS, chineseDigit, LETTER_O, plainDigit } from './digits.ts';
import { firstLook, half, UNUSUAL, WIDE } from './first-look.ts';
import { countUpTo } from './positions.ts';
import { namedCharacter } from './references.ts';

/** A text in the plainest writing: what stands where in the text as given is still known. */
export interface Shown {
  readonly text: string;
  /** The offset in the text as given of an offset in `text`, both in UTF-16 code units. */
  readonly place: (index: number) => number;
  /** Eleven digits may stand in a row. */
  readonly long: boolean;
}

/** Escapes of YAML and Markdown, and character references. */
const ESCAPED =
  '\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\\n[ \\t]*|[nrt]|[!-/:-@[-`{-~])|%(?:3\\d|40|2[BDEbde])|&(?:amp;){0,3}(?:#[xX][0-9A-Fa-f]{1,12}|#[0-9]{1,12}|[A-Za-z][A-Za-z0-9]{1,31});?';
const WRITTEN = new RegExp(`${ESCAPED}|${UNUSUAL}`, 'g');
/** What a page does not show: comments, tags, where links lead, marks of emphasis and of code. */
const MARKUP =
  '<!--[\\s\\S]{0,3000}?-->|\\[\\^[^\\]\\s]{1,20}\\]|(?<=\\n) {0,6}\\d{1,3}[.)] {1,4}(?=\\d)|</?[A-Za-z][^<>]{0,200}>|\\]\\([^()\\n]{0,200}\\)|\\]\\[[A-Za-z_-]{0,20}\\d{0,2}\\]|[*`~]+';
const ON_PAGE = new RegExp(`${MARKUP}|${ESCAPED}|${UNUSUAL}`, 'g');
const HAS_MARKUP = /[*`~]|<[!/A-Za-z]|\][([]|\[\^/;
/** As addresses of the web write what they may not hold. */
const IN_ADDRESS = /%(?:3\d|40|2[BDEbde])/;
/** 1. 138 / 2. 1234: the numbers of a list stand between the parts of another. */
const NUMBERED = /\n {0,6}\d{1,3}[.)] {1,4}\d/;
/** Numbers read out, of eleven digits and more. */
const READ_OUT = new RegExp(`(?:[${CHINESE_DIGITS}${LETTER_O}\\d]${BETWEEN_DIGITS}){11,}`, 'g');
/** Cheap first look for them. */
const MAYBE_READ_OUT = new RegExp(
  `[${CHINESE_DIGITS}](?:${BETWEEN_DIGITS}[${CHINESE_DIGITS}${LETTER_O}\\d]){3}|(?:[${LETTER_O}\\d]${BETWEEN_DIGITS}){3}[${CHINESE_DIGITS}]`,
);
const CHINESE = new RegExp(`[${CHINESE_DIGITS}]`, 'g');
const NOUGHT = new RegExp(`[${LETTER_O}]`, 'g');

/**
 * The ways in which a text is read: as written, as a page shows it, and with numbers in Chinese as digits. A second
 * or third only where it differs. Sealed blocks are left out of all.
 */
export function readings(given: string): readonly Shown[] {
  const unsealed = withoutSealed(given);
  const { wide, odd, marks, long } = firstLook(unsealed);
  const text = wide ? unsealed.replace(WIDE, half) : unsealed;
  const written =
    odd || IN_ADDRESS.test(text) ? fold(text, WRITTEN) : { text, place: (index: number) => index, long };
  const dressed = (marks && HAS_MARKUP.test(text)) || NUMBERED.test(text);
  const views = dressed ? [written, fold(text, ON_PAGE)] : [written];
  return views.flatMap((view) => {
    if (!view.long || !MAYBE_READ_OUT.test(view.text)) return [view];
    const digits = view.text.replace(READ_OUT, readOut);
    return digits === view.text ? [view] : [view, { ...view, text: digits }];
  });
}

/** As digits; without any of Chinese among them it is left to those who look at letters. */
function readOut(run: string): string {
  const digits = run.replace(CHINESE, chineseDigit);
  return digits === run ? run : digits.replace(NOUGHT, '0');
}

/** Replaces what `odd` finds by plain characters. */
function fold(text: string, odd: RegExp): Shown {
  /** From where on in the folded text, how much further on in the text as given. */
  const [from, by]: [number[], number[]] = [[], []];
  let total = 0;
  const folded = text.replace(odd, (whole, index: number) => {
    const plain = plainly(whole);
    if (plain.length !== whole.length) {
      total += whole.length - plain.length;
      from.push(index + whole.length - total);
      by.push(total);
    }
    return plain;
  });
  const place = (index: number): number => index + (by[countUpTo(from, index) - 1] ?? 0);
  return { text: folded, place, long: firstLook(folded).long };
}

/** A page full of the same odd character asks the same question each time. */
const known = new Map<string, string>();

function plainly(whole: string): string {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const plain = plainAfresh(whole);
  // Bounded: hostile text could otherwise fill the memory.
  if (known.size < 8192 && whole.length < 12) known.set(whole, plain);
  return plain;
}

function plainAfresh(whole: string): string {
  if (whole.startsWith('\\')) return unescaped(whole.slice(1));
  if (whole.startsWith('&')) return referred(whole) ?? whole;
  if (whole.startsWith('%')) return fromCode(whole.slice(1), 16);
  if (/^(?:[<\]*`~[]| {0,6}\d)/.test(whole)) return '';
  return plainCharacter(whole);
}

function unescaped(rest: string): string {
  if (/^[xuU][0-9A-Fa-f]/.test(rest)) return fromCode(rest.slice(1), 16);
  if (rest.startsWith('\n')) return '';
  return /^[nrt]$/.test(rest) ? ' ' : rest;
}

function referred(whole: string): string | undefined {
  const [, hex, decimal, name] = /^&(?:amp;)*(?:#[xX](\w+)|#(\d+)|(\w+));?$/.exec(whole) ?? [];
  if (name !== undefined) return namedCharacter(name);
  return fromCode(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
}

function fromCode(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? plainCharacter(String.fromCodePoint(code)) : '';
}

/** Full width, other alphabets' digits, mathematical letters, rarer blanks, dashes and dots; unseen marks vanish. */
function plainCharacter(character: string): string {
  if (/\p{N}/u.test(character)) return plainDigit(character) ?? character.normalize('NFKC');
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  if (/\s/.test(character)) return character === '\n' ? character : ' ';
  if (/[\u2022\u2027\u2219\u22c5\u30fb\uff65\u318d]/.test(character)) return '·';
  if (/[\u2120-\u2122\u213b]/.test(character)) return ANY_MARK;
  const letter = roundLetter(character.codePointAt(0) ?? 0);
  if (letter !== undefined) return letter;
  const plain = character.normalize('NFKC').replace(/\p{M}/gu, '');
  // A picture or a mark of another script stands between the digits as any other mark does.
  return ODD_MARK.test(plain) && !BETWEEN.test(plain) ? ANY_MARK : plain;
}

/** Stands for every mark that nobody expects between digits; one of those that may part a number. */
const ANY_MARK = '★';
const ODD_MARK = /^[\p{P}\p{S}\u02b9-\u02df]$/u;
const BETWEEN = new RegExp(`^${BETWEEN_DIGITS}$`);
/** White letters on black, round and square: what Unicode takes for ornaments. */
const ROUND_LETTERS = [0x1f150, 0x1f170] as const;

function roundLetter(code: number): string | undefined {
  const first = ROUND_LETTERS.find((from) => code >= from && code < from + 26);
  return first === undefined ? undefined : String.fromCharCode('A'.charCodeAt(0) + code - first);
}

const BLOCK = /-----BEGIN AGE ENCRYPTED FILE-----[\s\S]*?-----END AGE ENCRYPTED FILE-----/g;
const MARK = '-----END AGE ENCRYPTED FILE-----';

/** Sealed blocks blanked, so that offsets stay true; words between the same marks are not sealed. */
function withoutSealed(text: string): string {
  // A mark that nothing ends is looked for once.
  const end = text.lastIndexOf(MARK) + MARK.length;
  if (end < MARK.length) return text;
  const block = (whole: string): string =>
    isSealedBlock(whole.replace(/\n[ \t]+/g, '\n')) ? '\u0000'.repeat(whole.length) : whole;
  return text.slice(0, end).replace(BLOCK, block) + text.slice(end);
}
