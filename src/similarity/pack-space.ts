import type { LatentSpace } from './latent.ts';
import { BitReader, BitWriter, usualBits } from './pack-bits.ts';

/** A latent space as it is written: its terms by steps, then row by row the levels of the table. */
export interface PackedSpace {
  readonly size: number;
  readonly terms: number;
  readonly last: number;
  readonly units: readonly number[];
  readonly bits: string;
}

/** Packs a space; its terms ascend and lie below 2^30. */
export function packSpace({ size, terms, units, table }: LatentSpace): PackedSpace {
  const last = [...terms.keys()].at(-1) ?? 0;
  const usual = usualBits(last / terms.size);
  const writer = new BitWriter();
  let before = -1;
  for (const term of terms.keys()) {
    writer.rice(term - before - 1, usual);
    before = term;
  }
  for (const level of table) writer.gamma(level < 0 ? -2 * level - 1 : 2 * level);
  return { size, terms: terms.size, last, units, bits: writer.text() };
}

/** Gives back exactly what was packed. Throws when there is less than it says. */
export function unpackSpace({ size, terms: many, last, units, bits }: PackedSpace): LatentSpace {
  const reader = new BitReader(bits);
  const usual = usualBits(last / many);
  const terms = new Map<number, number>();
  let term = -1;
  for (let at = 0; at < many; at++) {
    term += reader.rice(usual) + 1;
    terms.set(term, at);
  }
  const table = Int8Array.from({ length: many * size }, () => {
    const written = reader.gamma();
    return written % 2 === 0 ? written / 2 : -(written + 1) / 2;
  });
  return { size, terms, units, table };
}
