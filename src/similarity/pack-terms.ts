type TermCounts = ReadonlyMap<number, number>;

/**
 * How often which term stands in which entry, turned round: a row for each term, the terms ascending. First the step
 * from the term before, then for every entry that holds it the step from the entry before; a step of 0 says that it
 * stands there once more. Small numbers, and the same ones again and again: they compress well.
 */
export type PackedTerms = readonly (readonly number[])[];

/** Packs the counts of a list of entries. */
export function packTerms(counts: readonly TermCounts[]): PackedTerms {
  const rows = new Map<number, { last: number; readonly steps: number[] }>();
  for (const [entry, terms] of counts.entries()) {
    for (const [term, count] of terms) {
      const row = rows.get(term) ?? { last: -1, steps: [] };
      rows.set(term, row);
      row.steps.push(entry - row.last);
      for (let more = count; more > 1; more--) row.steps.push(0);
      row.last = entry;
    }
  }
  let before = -1;
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([term, { steps }]) => {
      const step = term - before;
      before = term;
      return [step, ...steps];
    });
}

/** The counts of `size` entries. Throws for an entry that is not there. */
export function unpackTerms(rows: PackedTerms, size: number): TermCounts[] {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  let term = -1;
  for (const row of rows) {
    term += row[0] ?? 0;
    let entry = -1;
    for (let at = 1; at < row.length; ) {
      entry += row[at++] ?? 0;
      let count = 1;
      for (; row[at] === 0; at++) count++;
      const terms = counts[entry];
      if (!terms) throw new Error(`The index has no entry number ${entry}`);
      terms.set(term, count);
    }
  }
  return counts;
}
