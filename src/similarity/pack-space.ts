import type { LatentSpace } from './latent.ts';

/** A latent space as it is written: terms by steps, the table as letters. */
export interface PackedSpace {
  readonly size: number;
  readonly steps: readonly number[];
  readonly units: readonly number[];
  /** Two hexadecimal digits would be longer: base64 of the bytes. */
  readonly table: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Packs a space; its terms ascend. */
export function packSpace({ size, terms, units, table }: LatentSpace): PackedSpace {
  let before = 0;
  const steps = [...terms.keys()].map((term) => {
    const step = term - before;
    before = term;
    return step;
  });
  return { size, steps, units, table: toLetters(new Uint8Array(table.buffer)) };
}

/** Gives back exactly what was packed. Throws when the table has not the size that it says. */
export function unpackSpace({ size, steps, units, table }: PackedSpace): LatentSpace {
  let term = 0;
  const terms = new Map(
    steps.map((step, at) => {
      term += step;
      return [term, at];
    }),
  );
  const bytes = fromLetters(table, terms.size * size);
  return { size, terms, units, table: new Int8Array(bytes.buffer) };
}

/** Base64 by hand: the pure rooms know neither Buffer nor atob, and three bytes are four letters everywhere. */
function toLetters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) text += LETTERS[(three >> shift) & 63];
  }
  return text;
}

function fromLetters(text: string, size: number): Uint8Array {
  if (text.length !== Math.ceil(size / 3) * 4)
    throw new Error('The index has a latent space of another size');
  const values = new Map(Array.from(LETTERS, (letter, at) => [letter, at]));
  const bytes = new Uint8Array(size);
  for (let at = 0; at < text.length; at += 4) {
    let three = 0;
    for (let one = 0; one < 4; one++) {
      const value = values.get(text[at + one] ?? '');
      if (value === undefined) throw new Error('The index has a damaged latent space');
      three = three * 64 + value;
    }
    const from = (at / 4) * 3;
    for (let one = 0; one < 3 && from + one < size; one++)
      bytes[from + one] = (three >> (16 - 8 * one)) & 255;
  }
  return bytes;
}
