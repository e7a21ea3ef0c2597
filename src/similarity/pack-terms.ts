import { BitReader, BitWriter, usualBits } from './pack-bits.ts';

type TermCounts = ReadonlyMap<number, number>;

/**
 * How often which term stands in which entry, turned round: term by term the entries that hold it, each as the step from
 * the one before, and how often it stands there. Small numbers, written in few bits.
 */
export interface PackedTerms {
  readonly terms: number;
  /** The greatest term: what a step from one to the next usually is follows from it. */
  readonly last: number;
  readonly bits: string;
}

/** Packs the counts of a list of entries; terms lie below 2^30. */
export function packTerms(counts: readonly TermCounts[]): PackedTerms {
  const rows = new Map<number, { readonly entries: number[]; readonly times: number[] }>();
  for (const [entry, terms] of counts.entries()) {
    for (const [term, count] of terms) {
      const row = rows.get(term) ?? { entries: [], times: [] };
      rows.set(term, row);
      row.entries.push(entry);
      row.times.push(count);
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const last = sorted.at(-1)?.[0] ?? 0;
  const writer = new BitWriter();
  const usual = usualBits(last / sorted.length);
  let before = -1;
  for (const [term, { entries, times }] of sorted) {
    writer.rice(term - before - 1, usual);
    before = term;
    writer.gamma(entries.length - 1);
    const step = usualBits(counts.length / entries.length);
    let entryBefore = -1;
    for (const [at, entry] of entries.entries()) {
      writer.rice(entry - entryBefore - 1, step);
      entryBefore = entry;
      writer.gamma((times[at] ?? 1) - 1);
    }
  }
  return { terms: sorted.length, last, bits: writer.text() };
}

/** The counts of `size` entries. Throws for an entry that is not there. */
export function unpackTerms({ terms, last, bits }: PackedTerms, size: number): TermCounts[] {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  const reader = new BitReader(bits);
  const usual = usualBits(last / terms);
  let term = -1;
  for (let one = 0; one < terms; one++) {
    term += reader.rice(usual) + 1;
    const many = reader.gamma() + 1;
    const step = usualBits(size / many);
    let entry = -1;
    for (let at = 0; at < many; at++) {
      entry += reader.rice(step) + 1;
      const known = counts[entry];
      if (!known) throw new Error(`The index has no entry number ${entry}`);
      known.set(term, reader.gamma() + 1);
    }
  }
  return counts;
}
