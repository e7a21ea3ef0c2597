/**
 * Whole numbers as bits, as few as they need when most of them are small, and the bits as letters: a file of JSON holds them
 * as one text. By hand, for the pure rooms know neither Buffer nor atob.
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, at) => [letter, at]));
const BITS_OF_LETTER = 6;

/** Writes numbers one after the other. */
export class BitWriter {
  readonly #letters: string[] = [];
  #pending = 0;
  #many = 0;

  /** The lowest `many` bits of a number, `many` at most 30. */
  bits(value: number, many: number): void {
    for (let at = many - 1; at >= 0; at--) {
      this.#pending = (this.#pending << 1) | ((value >>> at) & 1);
      if (++this.#many < BITS_OF_LETTER) continue;
      this.#letters.push(LETTERS[this.#pending] ?? '');
      this.#pending = 0;
      this.#many = 0;
    }
  }

  /** A number from 0 on that is mostly 0 (Elias's code). */
  gamma(value: number): void {
    const many = 31 - Math.clz32(value + 1);
    this.#unary(many);
    this.bits(value + 1, many);
  }

  /** A number from 0 to 2^30 - 1 of which most are about 2^`usual` (Rice's code). */
  rice(value: number, usual: number): void {
    this.#unary(value >>> usual);
    this.bits(value, usual);
  }

  /** As many ones as a number says, and a nought. */
  #unary(value: number): void {
    for (let one = 0; one < value; one++) this.bits(1, 1);
    this.bits(0, 1);
  }

  /** What was written. */
  text(): string {
    const rest = this.#many === 0 ? '' : LETTERS[this.#pending << (BITS_OF_LETTER - this.#many)];
    return this.#letters.join('') + rest;
  }
}

/** Reads what a `BitWriter` has written, in the same order. Throws for what is no such text, or too short. */
export class BitReader {
  readonly #text: string;
  #at = 0;
  #pending = 0;
  #many = 0;

  constructor(text: string) {
    this.#text = text;
  }

  bits(many: number): number {
    let value = 0;
    for (let left = many; left > 0; left--) {
      if (this.#many === 0) this.#next();
      this.#many--;
      value = (value << 1) | ((this.#pending >> this.#many) & 1);
    }
    return value;
  }

  gamma(): number {
    const many = this.#unary();
    return 2 ** many + this.bits(many) - 1;
  }

  rice(usual: number): number {
    return this.#unary() * 2 ** usual + this.bits(usual);
  }

  #unary(): number {
    let value = 0;
    while (this.bits(1) === 1) value++;
    return value;
  }

  #next(): void {
    const value = VALUES.get(this.#text[this.#at++] ?? '');
    if (value === undefined) throw new Error('The index has a damaged list of numbers');
    this.#pending = value;
    this.#many = BITS_OF_LETTER;
  }
}

/** About how many bits a number has that is `mean` on the average: what `rice` wants to know. */
export function usualBits(mean: number): number {
  let bits = 0;
  for (let rest = mean * 0.7; rest >= 2 && bits < 29; rest /= 2) bits++;
  return bits;
}
