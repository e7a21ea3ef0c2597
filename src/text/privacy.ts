/** A piece of personal data found in plain text. */
export interface PersonalData {
  readonly kind: PersonalKind;
  /** Offset in the text that was given, in UTF-16 code units. */
  readonly index: number;
  readonly length: number;
  readonly text: string;
}

export const PERSONAL_KINDS = ['手机号码', '身份证号码', '电子邮箱'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

const SEP = '[ \\u00a0\\u2010-\\u2015-]?';
/** No digit, letter or number part may touch the number: hashes, amounts and notice numbers are not phones. */
const APART = '(?<![0-9A-Za-z.])';

const PATTERNS: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  {
    kind: '身份证号码',
    pattern: new RegExp(
      `${APART}[1-9]\\d{5}${SEP}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${SEP}\\d{3}[\\dXx](?![0-9A-Za-z])`,
      'g',
    ),
  },
  { kind: '身份证号码', pattern: /(?<=身份证[^\d\n]{0,10})[1-9]\d{14}(?!\d)/g },
  {
    kind: '手机号码',
    pattern: new RegExp(
      `(?:${APART}|(?<=(?:\\+86|0086|\\(86\\))${SEP}))1[3-9]\\d${SEP}(?:\\d{4}${SEP}\\d{4}|\\d{3}${SEP}\\d{3}${SEP}\\d{2})(?![0-9A-Za-z])`,
      'g',
    ),
  },
  {
    kind: '电子邮箱',
    pattern: /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,18}/g,
  },
];

const SEALED = /-----BEGIN AGE ENCRYPTED FILE-----[\s\S]*?-----END AGE ENCRYPTED FILE-----/g;
/** Cheap first look: nothing personal without a mail sign or nine digits in a row of digits and separators. */
const MAYBE = /[@＠]|(?:[0-9０-９][ \u00a0\u2010-\u2015-]?){11}/;

/**
 * Mobile numbers, identity-card numbers and mail addresses in a text, in order of place. Full-width digits and
 * separators inside a number do not hide it; the sealed block is not looked into. Landlines of offices are public
 * and are not reported.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!MAYBE.test(text)) return [];
  const folded = foldWidth(text.replace(SEALED, (block) => block.replace(/[^\n]/g, '\u0000')));
  const found: PersonalData[] = [];
  for (const { kind, pattern } of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const { index } = match;
      const overlaps = found.some(
        (other) => index < other.index + other.length && other.index < index + match[0].length,
      );
      if (!overlaps) found.push({ kind, index, length: match[0].length, text: match[0] });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Full-width ASCII to half-width, character for character, so that offsets stay true. */
function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The found text with its middle hidden, for messages: 138****5678 would itself be personal data in a log. */
export function masked(found: PersonalData): string {
  return `${found.text.slice(0, 3)}${'*'.repeat(Math.max(found.text.length - 3, 3))}`;
}
