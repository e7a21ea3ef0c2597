import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CborWriter } from './cbor.ts';

/**
 * The index of words as Pagefind's browser program reads it, made without Pagefind's own: that keeps the text of every
 * record for excerpts that this site does not show, which at 10,000 records takes 1.5 GB and most of the time. The words
 * here are letters only, so there is nothing to normalise, and the files hold the very bytes that Pagefind writes.
 */
export interface WordFiles {
  /** What Pagefind calls the index, part of the name of its first file. */
  readonly hash: string;
  /** By name within the folder of the index. */
  readonly files: Iterable<readonly [name: string, bytes: Buffer]>;
}

/** Pagefind gives every word this weight, and begins each list of places with a mark for it. */
const WEIGHT_MARK = -25;
/** So many places go into one file, as in Pagefind. */
const PER_FILE = 20_000;
/** Stands before the packed bytes, so that the browser program knows them. */
const SIGNATURE = Buffer.from('pagefind_dcd');
const HASH = { file: 7, index: 11 } as const;

/** Takes the words of records one after the other, then gives the files. Words have the letters a to z; others are gaps. */
export class WordIndex {
  readonly #language: string;
  readonly #numbers = new Map<string, number>();
  /** Of each place in each record the number of its word, or -1 where none stands. */
  #places = new Int32Array(1 << 16);
  /** Where each record begins, and where the last one ends. */
  readonly #starts = [0];

  constructor(language: string) {
    this.#language = language;
  }

  add(words: readonly string[]): void {
    let at = this.#starts.at(-1) ?? 0;
    if (at + words.length > this.#places.length) {
      const more = new Int32Array(2 * (at + words.length));
      more.set(this.#places);
      this.#places = more;
    }
    for (const word of words) this.#places[at++] = WORD.test(word) ? this.#numberOf(word) : -1;
    this.#starts.push(at);
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  /** The files, one after the other; the one that names all others comes last. `version` is that of the browser program. */
  files(version: string): WordFiles {
    const chunks: Chunk[] = [];
    const parts = [...this.#chunks()].map(({ from, to, bytes }) => {
      const name = this.#named(bytes, HASH.file);
      chunks.push({ from, to, name });
      return [`index/${name}.pf_index`, packed(bytes)] as const;
    });
    const first = this.#first(version, separated(chunks));
    const hash = this.#named(first, HASH.index);
    return { hash, files: [...parts, [`pagefind.${hash}.pf_meta`, packed(first)]] };
  }

  #named(bytes: Buffer, letters: number): string {
    return `${this.#language}_${createHash('sha256').update(bytes).digest('hex').slice(0, letters)}`;
  }

  /** Words in the order of letters, in lists of so many places. */
  *#chunks(): Generator<{ readonly from: string; readonly to: string; readonly bytes: Buffer }> {
    const { order, ends } = this.#byWord();
    const words = [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    const writer = new CborWriter();
    let [from, count, size] = ['', 0, 0];
    for (const [at, [word, number]] of words.entries()) {
      if (count === 0) from = word;
      size += this.#write(writer, word, order.subarray(ends[number], ends[number + 1]));
      count++;
      if (size < PER_FILE && at < words.length - 1) continue;
      yield { from, to: word, bytes: Buffer.concat([listHead(count), writer.take()]) };
      [count, size] = [0, 0];
    }
  }

  /** All places word by word, in the order in which they stand, and where those of each word begin. */
  #byWord(): { readonly order: Int32Array; readonly ends: Int32Array } {
    const all = this.#starts.at(-1) ?? 0;
    const ends = new Int32Array(this.#numbers.size + 1);
    for (let at = 0; at < all; at++) {
      const word = this.#places[at] as number;
      if (word >= 0) ends[word + 1] = (ends[word + 1] as number) + 1;
    }
    for (let word = 1; word < ends.length; word++)
      ends[word] = (ends[word] as number) + (ends[word - 1] as number);
    const next = ends.slice();
    const order = new Int32Array(ends.at(-1) ?? 0);
    for (let at = 0; at < all; at++) {
      const word = this.#places[at] as number;
      if (word < 0) continue;
      const place = next[word] as number;
      order[place] = at;
      next[word] = place + 1;
    }
    return { order, ends };
  }

  /** One word with the records in which it stands and where: each number says how far it is from the one before. */
  #write(writer: CborWriter, word: string, places: Int32Array): number {
    const records = this.#recordsOf(places);
    writer.list(3);
    writer.text(word);
    writer.list(records.length);
    let before = 0;
    for (const { record, from, to } of records) {
      writer.list(3);
      writer.number(record - before);
      writer.list(to - from + 1);
      writer.number(WEIGHT_MARK);
      let last = this.#starts[record] as number;
      for (let at = from; at < to; at++) {
        writer.number((places[at] as number) - last);
        last = places[at] as number;
      }
      writer.list(0);
      before = record;
    }
    writer.list(0);
    return places.length + 2 * records.length;
  }

  #recordsOf(places: Int32Array): readonly { record: number; from: number; to: number }[] {
    const found: { record: number; from: number; to: number }[] = [];
    for (let at = 0; at < places.length; ) {
      const record = this.#recordAt(places[at] as number);
      const end = this.#starts[record + 1] as number;
      const from = at;
      while (at < places.length && (places[at] as number) < end) at++;
      found.push({ record, from, to: at });
    }
    return found;
  }

  #recordAt(place: number): number {
    let [low, high] = [0, this.#starts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** What is loaded first: the records by a name each and how many words they have, and which words lie in which file. */
  #first(version: string, chunks: readonly Chunk[]): Buffer {
    const writer = new CborWriter();
    writer.list(6);
    writer.text(version);
    writer.list(this.#starts.length - 1);
    for (let record = 0; record < this.#starts.length - 1; record++) {
      writer.list(3);
      writer.text(`${this.#language}_${record}`);
      writer.number((this.#starts[record + 1] as number) - (this.#starts[record] as number));
      writer.text('');
    }
    writer.list(chunks.length);
    for (const { from, to, name } of chunks) {
      writer.list(3);
      writer.text(from);
      writer.text(to);
      writer.text(name);
    }
    // No filters, no orders, no fields: the catalogue has its own.
    for (let empty = 0; empty < 3; empty++) writer.list(0);
    return writer.take();
  }
}

const WORD = /^[a-z]/;

/** Which words lie in a file. */
interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** Of the last word of a file and the first of the next no more than tells them apart, as Pagefind writes them. */
function separated(chunks: readonly Chunk[]): readonly Chunk[] {
  const cut = chunks.map((chunk) => ({ ...chunk }));
  for (const [at, chunk] of cut.entries()) {
    const next = cut[at + 1];
    if (!next) break;
    let common = 0;
    while (chunk.to[common] !== undefined && chunk.to[common] === next.from[common]) common++;
    const to = chunk.to.slice(0, common + 1);
    if (to >= chunk.from) chunk.to = to;
    next.from = next.from.slice(0, common + 1);
  }
  return cut;
}

/** A list with one value, a list of so many. */
function listHead(count: number): Buffer {
  const writer = new CborWriter();
  writer.list(1);
  writer.list(count);
  return writer.take();
}

/** A hundredth larger than at level 9, in a third of the time. */
function packed(bytes: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 7 });
}
