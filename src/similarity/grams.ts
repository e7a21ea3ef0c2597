import { isHan, isLatin } from './normalise.ts';

/** Han characters of a folded text, and all pairs of them. */
const HAN_FROM = 0x3400;
const HAN = 0x9fff - HAN_FROM + 1;
const PAIRS = HAN * HAN;
/** Above the pairs, up to where an engine still keeps a number as it is: as keys of a map larger ones cost several times as much. */
const WORDS = 2 ** 30 - PAIRS;

/**
 * Pairs of neighbouring Han characters and Latin words of a folded text, each as one number with how often it stands
 * there. A pair is both codes; a word is its hash, above all pairs: two words that share one are as good as unheard of.
 */
export function countGrams(folded: string, counts: Map<number, number> = new Map()): Map<number, number> {
  for (let at = 0; at < folded.length; ) {
    const code = folded.charCodeAt(at);
    if (isLatin(code)) at = countWord(folded, at, counts);
    else {
      const next = folded.charCodeAt(at + 1);
      if (isHan(code) && isHan(next)) count(counts, pairGram(code, next));
      at++;
    }
  }
  return counts;
}

function pairGram(first: number, second: number): number {
  return (first - HAN_FROM) * HAN + second - HAN_FROM;
}

/** Numbers alone (amounts, years, quantities) say nothing about what a thing is for. */
function countWord(folded: string, from: number, counts: Map<number, number>): number {
  let at = from;
  let hash = 0x811c9dc5;
  let digits = true;
  for (; isLatin(folded.charCodeAt(at)); at++) {
    const code = folded.charCodeAt(at);
    digits &&= code <= 0x39;
    hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
  }
  if (!digits && at - from > 1) count(counts, wordGram(hash));
  return at;
}

/** The gram of a Latin word, by the hash of its letters. */
export function wordGram(hash: number): number {
  return PAIRS + (hash % WORDS);
}

/** The codes of the two characters of a pair; undefined for a word. */
export function codesOf(gram: number): readonly [number, number] | undefined {
  return gram < PAIRS ? [HAN_FROM + Math.floor(gram / HAN), HAN_FROM + (gram % HAN)] : undefined;
}

function count(counts: Map<number, number>, gram: number): void {
  counts.set(gram, (counts.get(gram) ?? 0) + 1);
}

/** The two characters of a pair, for a table that people can read; undefined for a word. */
export function gramText(gram: number): string | undefined {
  const codes = codesOf(gram);
  return codes && String.fromCharCode(...codes);
}

/** The gram of a two-character text. */
export function gramOf(pair: string): number {
  return pairGram(pair.charCodeAt(0), pair.charCodeAt(1));
}
