import { isHan, isLatin } from './normalise.ts';

/** Han characters of a folded text, and all pairs of them. */
const HAN_FROM = 0x3400;
const HAN = 0x9fff - HAN_FROM + 1;
const PAIRS = HAN * HAN;
/** Above the pairs, up to where an engine still keeps a number as it is: as keys of a map larger ones cost several times as much. */
const WORDS = 2 ** 30 - PAIRS;

/** The grams of a text in ascending order, each with how often it stands there. */
export interface Grams {
  readonly keys: readonly number[];
  readonly counts: readonly number[];
}

/** How often each gram of a folded text stands there, in the order in which they come up. */
export function countGrams(folded: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const gram of gramsIn(folded)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** The same in ascending order. Sorted as bare numbers, which takes half as long as a map. */
export function gramsOf(folded: string): Grams {
  const sorted = gramsIn(folded).sort();
  const keys: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at < sorted.length; ) {
    const gram = sorted[at] as number;
    const from = at;
    while (sorted[at] === gram) at++;
    keys.push(gram);
    counts.push(at - from);
  }
  return { keys, counts };
}

/** Room for the grams of one text: making it anew for each is what takes time. */
let room = new Int32Array(4_096);

/**
 * Pairs of neighbouring Han characters and Latin words of a folded text, each as one number. A pair is both codes; a word
 * is its hash, above all pairs: two words that share one are as good as unheard of. What comes back holds until the next call.
 */
function gramsIn(folded: string): Int32Array {
  if (room.length < folded.length) room = new Int32Array(2 * folded.length);
  let many = 0;
  for (let at = 0; at < folded.length; ) {
    const code = folded.charCodeAt(at);
    if (isLatin(code)) {
      const from = at;
      while (isLatin(folded.charCodeAt(at))) at++;
      if (at - from > 1 && saysMore(folded, from, at)) room[many++] = wordGram(hashOf(folded, from, at));
      continue;
    }
    const next = folded.charCodeAt(++at);
    if (isHan(code) && isHan(next)) room[many++] = pairGram(code, next);
  }
  return room.subarray(0, many);
}

function pairGram(first: number, second: number): number {
  return (first - HAN_FROM) * HAN + second - HAN_FROM;
}

/** Numbers alone (amounts, years, quantities) say nothing about what a thing is for. */
function saysMore(folded: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (folded.charCodeAt(at) > 0x39) return true;
  return false;
}

function hashOf(folded: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The gram of a Latin word, by the hash of its letters. */
export function wordGram(hash: number): number {
  return PAIRS + (hash % WORDS);
}

/** The codes of the two characters of a pair; undefined for a word. */
export function codesOf(gram: number): readonly [number, number] | undefined {
  return gram < PAIRS ? [HAN_FROM + Math.floor(gram / HAN), HAN_FROM + (gram % HAN)] : undefined;
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
