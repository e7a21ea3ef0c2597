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

const SEALED = ['-----BEGIN AGE ENCRYPTED FILE-----', '-----END AGE ENCRYPTED FILE-----'] as const;
/** Cheap first look: nothing personal without a mail sign or nine digits in a row of digits and separators. */
const MAYBE = /[@＠]|(?:[0-9０-９][ \u00a0\u2010-\u2015-]?){11}/;

/**
 * Mobile numbers, identity-card numbers and mail addresses in a text, in order of place. Full-width digits and
 * separators inside a number do not hide it; the sealed block is not looked into. Landlines of offices are public
 * and are not reported.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!MAYBE.test(text)) return [];
  const folded = foldWidth(withoutSealed(text));
  return PATTERNS.reduce<readonly PersonalData[]>((known, { kind, pattern }) => {
    const found = Array.from(folded.matchAll(pattern), ({ 0: hit, index }) => {
      return { kind, index, length: hit.length, text: hit };
    });
    return found.length === 0 ? known : joinApart(known, found);
  }, []);
}

/** What is known and what of the rest does not overlap with it; all in order of place, so one walk suffices. */
export function joinApart(
  known: readonly PersonalData[],
  found: readonly PersonalData[],
): readonly PersonalData[] {
  const joined: PersonalData[] = [];
  let at = 0;
  for (const one of found) {
    for (let next = known[at]; next && next.index + next.length <= one.index; next = known[++at])
      joined.push(next);
    const next = known[at];
    if (!next || one.index + one.length <= next.index) joined.push(one);
  }
  return [...joined, ...known.slice(at)];
}

/** The sealed blocks blanked, so that offsets stay true. A mark without its end is looked for once. */
function withoutSealed(text: string): string {
  const [begin, end] = SEALED;
  let kept = '';
  let from = 0;
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, from)) {
    const close = text.indexOf(end, at + begin.length);
    if (close < 0) break;
    const to = close + end.length;
    kept += text.slice(from, at) + text.slice(at, to).replace(/[^\n]/g, '\u0000');
    from = to;
  }
  return kept + text.slice(from);
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
