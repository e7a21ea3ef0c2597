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
const WORDS_FROM = 2 ** 32;

/** The bucket of a gram, as `countGrams` numbers them. */
export function bucketOf(gram: number): number {
  if (gram >= WORDS_FROM) return wordBucket(gram - WORDS_FROM);
  return pairBucket(Math.floor(gram / 0x10000), gram % 0x10000);
}

function pairBucket(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 15;
}

function wordBucket(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 15;
}

/** Goes over texts once. They are numbered as they come. */
export function indexPairs(texts: Iterable<string>): PairIndex {
  const written = new Pieces();
  const richness: number[] = [];
  const seen = new Int32Array(BUCKETS).fill(-1);
  const counts = new Int32Array(BUCKETS + 1);
  for (const text of texts) {
    const before = written.length;
    putBuckets(text, (bucket) => {
      if (seen[bucket] === richness.length) return;
      seen[bucket] = richness.length;
      counts[bucket + 1] = (counts[bucket + 1] ?? 0) + 1;
      written.push(bucket);
    });
    richness.push(written.length - before);
  }
  return sortedOut(written, Int32Array.from(richness), counts);
}

/** Latin letters and digits as they stand; a capital is its small letter. */
function latin(code: number): number {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return code;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : 0;
}

function putBuckets(text: string, put: (bucket: number) => void): void {
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      if (last !== 0) put(pairBucket(last, code));
      last = code;
      continue;
    }
    last = 0;
    let letter = latin(code);
    if (letter === 0) continue;
    let [hash, digits, from] = [0x811c9dc5, true, at];
    for (; letter !== 0; letter = latin(text.charCodeAt(++at))) {
      digits &&= letter <= 0x39;
      hash = Math.imul(hash ^ letter, 0x01000193) >>> 0;
    }
    if (!digits && at - from > 1) put(wordBucket(hash));
    at--;
  }
}

function sortedOut(written: Pieces, richness: Int32Array, starts: Int32Array): PairIndex {
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = starts.slice();
  const holders = new Int32Array(written.length);
  let at = 0;
  for (let text = 0; text < richness.length; text++)
    for (let left = richness[text] ?? 0; left > 0; left--) {
      const bucket = written.at(at++);
      const place = next[bucket] ?? 0;
      holders[place] = text;
      next[bucket] = place + 1;
    }
  return {
    size: richness.length,
    richness,
    holders: (bucket) => holders.subarray(starts[bucket], starts[bucket + 1]),
  };
}

/** A long row of numbers that grows without being copied. */
class Pieces {
  readonly #pieces: Int32Array[] = [];
  length = 0;

  push(value: number): void {
    const place = this.length % PIECE;
    if (place === 0) this.#pieces.push(new Int32Array(PIECE));
    const piece = this.#pieces.at(-1);
    if (piece) piece[place] = value;
    this.length++;
  }

  at(index: number): number {
    return this.#pieces[Math.floor(index / PIECE)]?.[index % PIECE] ?? 0;
  }
}
