import { foldCharacters, isWordCharacter } from '../text/fold.ts';

/**
 * Turns Chinese text into words that a search engine made for spaced languages cannot damage.
 *
 * Pagefind's own Chinese segmentation loses hits as the registry grows, because it cuts a query differently from the
 * text around it. So every pair of neighbouring characters becomes one word of eight ASCII letters: nothing to
 * segment, stem or normalise. A phrase is then a run of consecutive words, which Pagefind checks by position.
 */

/** A "word" that Pagefind counts as a position but does not index: it keeps phrases from running across sections. */
export const GAP = '.';

const LETTERS = 4;
const BASE = 26;
const CODES = BASE ** LETTERS;
/** Code 'zzzz' lies in an unassigned plane of Unicode, so a marked single character never looks like a pair. */
const SINGLE = 'zzzz';
/** Longer queries are pasted paragraphs: their beginning finds the record, and each pair costs a download. */
const MAX_TERM = 64;

/** One term of a query: all its words must stand in the record one after another. */
export type Phrase = {
  /** As typed, punctuation included. */
  readonly exact: readonly string[];
  /** Without punctuation: tried when the exact phrase is nowhere. Equal to `exact` when there is none. */
  readonly loose: readonly string[];
  /** As the sound of a name: tried last, and only for Latin letters; empty for anything else. */
  readonly sound: readonly string[];
  /** As a sum of money, where the whole term is one; empty for anything else. 800万 is not a part of 2,800 万. */
  readonly sum: readonly string[];
};

const encoded = new Map<string, string>();

function encode(character: string): string {
  const known = encoded.get(character) ?? encodeAfresh(character);
  encoded.set(character, known);
  return known;
}

function encodeAfresh(character: string): string {
  let rest = (character.codePointAt(0) ?? 0) % CODES;
  let letters = '';
  for (let i = 0; i < LETTERS; i++) {
    letters = String.fromCharCode(97 + (rest % BASE)) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}

function pairs(characters: readonly string[]): string[] {
  const codes = characters.map(encode);
  return codes.slice(1).map((code, i) => `${codes[i]}${code}`);
}

function singles(characters: readonly string[]): string[] {
  return [...new Set(characters)].map((character) => SINGLE + encode(character));
}

/**
 * Words for a name: every pair with punctuation, every pair without it (二期建设 finds （二期）建设), and every single
 * character. The order matters: it is what makes a phrase.
 */
export function indexTokens(text: string): string[] {
  const all = foldCharacters(text);
  const bare = all.filter(isWordCharacter);
  const second = bare.length === all.length ? [] : [GAP, ...pairs(bare)];
  return [...pairs(all), ...second, GAP, ...singles(all)];
}

/** Words for long texts: pairs of letters and digits only, to keep the index small. */
export function textTokens(text: string): string[] {
  return pairs(foldCharacters(text).filter(isWordCharacter));
}

/** Letters that are the sound of a name lie apart in an unassigned plane: AI is not found in guan**ai**. */
const SOUND_PLANE = 0x50000;
/** Two letters are the sound of half the names. */
const LEAST_SOUND = 3;

/** Words for how a name sounds: pairs of letters that only the sound of a query meets. */
export function soundTokens(text: string): string[] {
  return pairs(asSound(foldCharacters(text).filter(isWordCharacter)));
}

function asSound(characters: readonly string[]): readonly string[] {
  return characters.map((one) => String.fromCodePoint(SOUND_PLANE + (one.codePointAt(0) ?? 0)));
}

function soundOf(bare: readonly string[]): readonly string[] {
  const isLatin = bare.length >= LEAST_SOUND && bare.every((one) => /^[a-z0-9]$/.test(one));
  return isLatin && bare.some((one) => /[a-z]/.test(one)) ? pairs(asSound(bare.slice(0, MAX_TERM))) : [];
}

/** Sums of money lie apart, too, each between two marks. */
const SUM_MARK = String.fromCodePoint(0x60000);
const SUM = /(?<![\d.,，])(\d[\d,，]*(?:\.\d+)?)\s*([万亿]元?|元)/g;
const ONE_SUM = new RegExp(`^${SUM.source}$`);
/** In 万元. */
const UNITS: Readonly<Record<string, number>> = { 亿: 10_000, 万: 1, 元: 0.0001 };

/** Words for the sums in a text, however they are written: 0.28亿, 2,800.00 万元 and 28000000元 are one. */
export function sumTokens(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(SUM)].flatMap((match) => [GAP, ...sumWords(match)]);
}

function sumWords([, digits = '', unit = '']: RegExpMatchArray): readonly string[] {
  const wan = Number(digits.replace(/[,，]/g, '')) * (UNITS[unit[0] ?? ''] ?? 1);
  return pairs([SUM_MARK, ...String(Number(wan.toFixed(6))), SUM_MARK]);
}

function sumOf(written: string): readonly string[] {
  const match = ONE_SUM.exec(written.normalize('NFKC'));
  return match ? sumWords(match) : [];
}

function phraseTokens(characters: readonly string[]): string[] {
  const term = characters.slice(0, MAX_TERM);
  return term.length === 1 ? singles(term) : pairs(term);
}

/** The terms of a query: what stands between white space and is not punctuation alone. */
export function queryTerms(query: string): string[] {
  // 2,800 万元 is one.
  const joined = query.replace(/(\d)\s+(?=[万亿])/g, '$1');
  return joined.split(/\s+/).filter((term) => foldCharacters(term).length > 0);
}

/** The phrases of a query, one for each term: a record must contain all of them. */
export function queryPhrases(query: string): Phrase[] {
  return queryTerms(query).map((written) => {
    const term = foldCharacters(written);
    const bare = term.filter(isWordCharacter);
    const loose = phraseTokens(bare.length > 0 ? bare : term);
    return { exact: phraseTokens(term), loose, sound: soundOf(bare), sum: sumOf(written) };
  });
}
