/**
 * Texts as they are compared. Only similarity folds in another way (`similarity/normalise.ts`): it keeps a blank where
 * punctuation stood and the place of each character in the text as written. Imports nothing: the site's search uses it too.
 */

/** Characters that people type in several ways; what Unicode compatibility does not fold by itself. */
const SAME = [
  [/\p{Pd}/gu, '-'],
  [/[\u2018-\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
  [/[\u2022\u2027\u30fb\uff65]/g, '·'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** Combining marks, format characters, controls and white space carry nothing a reader would search for. */
const IGNORED = /[\p{M}\p{Cf}\p{Cc}\s]/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Remembers what is made of a character: a registry uses a few thousand, millions of times. */
function remembered<T>(make: (character: string) => T): (character: string) => T {
  const known = new Map<string, T>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const made = make(character);
    // Bounded: hostile text could otherwise fill the memory one rare character after another.
    if (known.size < 65_536) known.set(character, made);
    return made;
  };
}

/**
 * Folds one code point: full width, case, accents and look-alikes. Character by character, never over the whole text,
 * so that the folded form of any part of a name is part of the folded name. May give none or several code points.
 */
export const foldCharacter: (character: string) => readonly string[] = remembered(foldAfresh);

const plainCharacter = remembered((character) => foldCharacter(character).filter(isWordCharacter).join(''));

function foldAfresh(character: string): readonly string[] {
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(IGNORED, '');
  return [...SAME.reduce((text, [pattern, to]) => text.replace(pattern, to), plain)];
}

/** The folded characters of a text, without white space. */
export function foldCharacters(text: string): string[] {
  return [...text].flatMap(foldCharacter);
}

/** True for letters of any script (Han included) and digits; false for punctuation and symbols. */
export function isWordCharacter(character: string): boolean {
  return WORD_CHARACTER.test(character);
}

/** A text apart from width, case, blanks and look-alikes. Punctuation stays, because addresses differ by it. */
export function foldText(text: string): string {
  return foldCharacters(text).join('');
}

/** Han characters that are letters in every version of Unicode, and have no other width, case or look. */
const HAN = /^[\u4e00-\u9fa5]*$/;

/** Its letters and digits only: 「（二期）建设」 is 「二期建设」. */
export function foldPlain(text: string): string {
  if (HAN.test(text)) return text;
  let plain = '';
  for (const character of text) plain += plainCharacter(character);
  return plain;
}
