/**
 * Whole numbers from 0 as text that needs no escape in JSON: five bits a character, the lowest first, and one bit that
 * says whether more follow. Small numbers, which are most, take one character; compressing brings it near to what the
 * numbers hold.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  LETTERS.indexOf(String.fromCharCode(code)),
);
const MORE = 32;

/** Writes numbers. Throws for what is no whole number from 0. */
export function writeNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) {
    if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${number} cannot be packed`);
    let rest = number;
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) text += LETTERS[MORE + (rest % MORE)];
    text += LETTERS[rest];
  }
  return text;
}

/** Reads what `writeNumbers` wrote, number by number. Throws at the end, and for what it does not know. */
export class NumberReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): number {
    let number = 0;
    for (let unit = 1; ; unit *= MORE) {
      const value = VALUES[this.#text.charCodeAt(this.#at++)] ?? -1;
      if (value < 0) throw new Error('The packed numbers end too early or are damaged');
      if (value < MORE) return number + value * unit;
      number += (value - MORE) * unit;
    }
  }

  /** Whether nothing is left. */
  done(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Throws when something is left. */
  end(): void {
    if (!this.done()) throw new Error('The packed numbers are more than expected');
  }
}
