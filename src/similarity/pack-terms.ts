import { NumberReader, writeNumbers } from './number-text.ts';

type TermCounts = ReadonlyMap<number, number>;

/**
 * How often which term stands in which entry, turned round: for every term the entries that hold it. Numbers ascend and
 * are written as the steps between them. Common terms come first, so that steps of one size stand together, which
 * compresses better than the same numbers entry by entry.
 */
export interface PackedTerms {
  /** The terms in ascending order, as steps. */
  readonly terms: string;
  /** For each of them how many entries hold it. */
  readonly holders: string;
  /** The entries of each term, the terms with most holders first, as steps. */
  readonly entries: string;
  /** Where a term stands more than once: steps in that order, each with how many times beyond the second. */
  readonly repeats: string;
}

/** Packs the counts of a list of entries. */
export function packTerms(counts: readonly TermCounts[]): PackedTerms {
  const lists = new Map<number, { entries: number[]; counts: number[] }>();
  for (const [entry, terms] of counts.entries()) {
    for (const [term, count] of terms) {
      const list = lists.get(term) ?? { entries: [], counts: [] };
      if (list.entries.length === 0) lists.set(term, list);
      list.entries.push(entry);
      list.counts.push(count);
    }
  }
  const terms = [...lists.keys()].sort((a, b) => a - b);
  const holders = terms.map((term) => lists.get(term)?.entries.length ?? 0);
  const ordered = commonFirst(holders).map((at) => lists.get(terms[at] as number));
  const repeats: number[] = [];
  let since = 0;
  for (const count of ordered.flatMap((list) => list?.counts ?? [])) {
    if (count > 1) repeats.push(since, count - 2);
    since = count > 1 ? 0 : since + 1;
    if (count < 1) throw new Error(`A term that stands ${count} times cannot be packed`);
  }
  return {
    terms: writeNumbers(steps(terms)),
    holders: writeNumbers(holders),
    entries: writeNumbers(ordered.flatMap((list) => steps(list?.entries ?? []))),
    repeats: writeNumbers(repeats),
  };
}

/** The counts of `size` entries. Throws when the columns do not fit each other. */
export function unpackTerms(packed: PackedTerms, size: number): TermCounts[] {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  const { terms, holders } = readTerms(packed);
  const entries = new NumberReader(packed.entries);
  const repeats = repeatsOf(packed.repeats);
  for (const at of commonFirst(holders)) {
    let entry = -1;
    for (let n = holders[at] as number; n > 0; n--) {
      entry += 1 + entries.next();
      const one = counts[entry];
      if (!one) throw new Error(`The index has no entry number ${entry}`);
      one.set(terms[at] as number, repeats.next());
    }
  }
  entries.end();
  repeats.end();
  return counts;
}

function readTerms(packed: PackedTerms): { terms: number[]; holders: number[] } {
  const [steps, lengths] = [new NumberReader(packed.terms), new NumberReader(packed.holders)];
  const [terms, holders]: [number[], number[]] = [[], []];
  for (let term = -1; !lengths.done(); ) {
    term += 1 + steps.next();
    terms.push(term);
    holders.push(lengths.next());
  }
  steps.end();
  return { terms, holders };
}

/** How often the next term stands, one after the other. */
function repeatsOf(text: string): { next: () => number; end: () => void } {
  const reader = new NumberReader(text);
  let wait = reader.done() ? -1 : reader.next();
  return {
    next: () => {
      if (wait !== 0) {
        wait--;
        return 1;
      }
      const count = reader.next() + 2;
      wait = reader.done() ? -1 : reader.next();
      return count;
    },
    end: () => {
      if (wait >= 0) throw new Error('The packed counts are more than expected');
    },
  };
}

/** Numbers of the terms, most holders first, equals as they stand. */
function commonFirst(holders: readonly number[]): number[] {
  return holders.map((_, at) => at).sort((a, b) => (holders[b] as number) - (holders[a] as number) || a - b);
}

/** Ascending numbers as the steps between them, less the one that every step has. */
function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (at === 0 ? -1 : (numbers[at - 1] as number)) - 1);
}
