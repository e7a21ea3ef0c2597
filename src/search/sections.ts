import { GAP, indexTokens, soundTokens, sumTokens, textTokens } from './tokens.ts';

/**
 * Where a record's sections lie in its list of words. A result says at which position it matched, so the position
 * tells whether the title, the unit or the text matched, before anything about the record has been downloaded.
 */
const UNIT_AT = 256;
const TEXT_AT = 384;
/** No query gives this word. Pagefind silently drops a page without words, and with it all numbers after it. */
const NO_WORDS = 'zzzzzzzz';

/** From best to worst. */
export type Tier = 0 | 1 | 2 | 3 | 12;

/** In place of a position: answers by another word. Worse than the texts of all terms of an ordinary query together. */
export const BEHIND = -1;

export type Sections = {
  readonly title: string;
  readonly unit: string;
  readonly summary: string;
  readonly text: string;
  /** What is known of it besides its words: its number, years, amounts, kinds. */
  readonly facts?: string;
  /** How its name sounds, in Latin letters. */
  readonly sounds?: string;
};

/** The words of a record, each section at its place. A title beyond about 80 characters pushes the rest back. */
export function sectionTokens({ title, unit, summary, text, facts = '', sounds = '' }: Sections): string[] {
  const words = indexTokens(title);
  pad(words, UNIT_AT);
  words.push(...indexTokens(unit));
  pad(words, TEXT_AT);
  words.push(...textTokens(summary), GAP, ...textTokens(text));
  for (const fact of facts.split('\n')) words.push(GAP, ...textTokens(fact));
  for (const sound of sounds.split('\n')) words.push(GAP, ...soundTokens(sound));
  for (const part of [title, summary, text, facts]) words.push(...sumTokens(part));
  return words.every((word) => word === GAP) ? [...words, NO_WORDS] : words;
}

function pad(words: string[], to: number): void {
  do words.push(GAP);
  while (words.length < to);
}

/** Whether a match at this word position is in the title. */
export const isInTitle = (position: number): boolean => position >= 0 && position < UNIT_AT;

/** How good a match at this word position is: the title begins with it, title, unit, text, another word. */
export function tierAt(position: number): Tier {
  if (position === BEHIND) return 12;
  if (position === 0) return 0;
  if (position < UNIT_AT) return 1;
  return position < TEXT_AT ? 2 : 3;
}
