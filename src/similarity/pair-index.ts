import { codesOf, wordGram } from './grams.ts';
import { isHan } from './normalise.ts';

/**
 * In which of many texts each pair of neighbouring Han characters, and each Latin word, stands. Texts are taken as they
 * are written, labels and all, and pairs share buckets: it tells which texts are worth reading, and is built so quickly
 * that nobody has to read a registry to find that out.
 */
export interface PairIndex {
  /** So many texts. */
  readonly size: number;
  /** How many different buckets the pairs of each text fall into. */
  readonly richness: Int32Array;
  /** The numbers of the texts with a pair in this bucket, ascending. */
  readonly holders: (bucket: number) => Int32Array;
}

/** Pairs fall into so many buckets; a registry of any size knows some hundred thousand pairs, few of them often. */
export const BUCKETS = 1 << 17;
/** Written down in pieces of so many numbers. */
const PIECE = 1 << 20;

/** The bucket of a gram, as `countGrams` numbers them. */
export function bucketOf(gram: number): number {
  const codes = codesOf(gram);
  return codes ? pairBucket(...codes) : wordBucket(gram);
}

function pairBucket(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 15;
}

function wordBucket(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> 15;
}

/** Goes over texts once. They are numbered as they come. */
export function indexPairs(texts: Iterable<string>): PairIndex {
  const written = new PairWriter();
  for (const text of texts) written.add(text);
  return written.index();
}

/** What a character is to the index: itself for Han ones, -1 for Latin letters and digits, 0 for all others. */
const [OTHER, LATIN] = [0, -1] as const;

function kindOf(code: number): number {
  if (isHan(code)) return code;
  return latin(code) === 0 ? OTHER : LATIN;
}

/** Latin letters and digits as they stand; a capital is its small letter. */
function latin(code: number): number {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return code;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : 0;
}

/** The buckets of one text after the other, each once for a text. */
export class PairWriter {
  readonly #pieces: Int32Array[] = [];
  readonly #seen = new Int32Array(BUCKETS).fill(-1);
  #piece = new Int32Array();
  #place = PIECE;
  readonly #counts = new Int32Array(BUCKETS + 1);
  readonly #richness: number[] = [];
  #length = 0;

  add(text: string): void {
    const before = this.#length;
    let last = OTHER as number;
    for (let at = 0; at < text.length; at++) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind > 0 && last > 0) this.#put(pairBucket(last, kind));
      last = kind;
      if (kind === LATIN) at = this.#addWord(text, at);
    }
    this.#richness.push(this.#length - before);
  }

  /** Numbers alone say nothing. Gives back where the word ends. */
  #addWord(text: string, from: number): number {
    let [hash, digits, at] = [0x811c9dc5, true, from];
    for (let letter = latin(text.charCodeAt(at)); letter !== 0; letter = latin(text.charCodeAt(++at))) {
      digits &&= letter <= 0x39;
      hash = Math.imul(hash ^ letter, 0x01000193) >>> 0;
    }
    if (!digits && at - from > 1) this.#put(wordBucket(wordGram(hash)));
    return at - 1;
  }

  #put(bucket: number): void {
    if (this.#seen[bucket] === this.#richness.length) return;
    this.#seen[bucket] = this.#richness.length;
    this.#counts[bucket + 1] = (this.#counts[bucket + 1] as number) + 1;
    if (this.#place === PIECE) {
      this.#piece = new Int32Array(PIECE);
      this.#pieces.push(this.#piece);
      this.#place = 0;
    }
    this.#piece[this.#place++] = bucket;
    this.#length++;
  }

  #at(index: number): number {
    return this.#pieces[Math.floor(index / PIECE)]?.[index % PIECE] ?? 0;
  }

  /** The texts by their buckets. Nothing can be added afterwards. */
  index(): PairIndex {
    const starts = this.#counts;
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
    const next = starts.slice();
    const richness = Int32Array.from(this.#richness);
    const holders = new Int32Array(this.#length);
    let at = 0;
    for (let text = 0; text < richness.length; text++)
      for (let left = richness[text] as number; left > 0; left--) {
        const bucket = this.#at(at++);
        const place = next[bucket] as number;
        holders[place] = text;
        next[bucket] = place + 1;
      }
    return {
      size: richness.length,
      richness,
      holders: (bucket) => holders.subarray(starts[bucket], starts[bucket + 1]),
    };
  }
}
