import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { countTerms, FeatureMaker } from '../../../src/similarity/features.ts';
import { type FrozenTable, readFrozen } from '../../../src/similarity/frozen.ts';
import { type FrozenSpace, LEVEL_0 } from '../../../src/similarity/frozen-space.ts';
import { gramText } from '../../../src/similarity/grams.ts';
import { indexLexicon } from '../../../src/similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { spaceOf } from '../../../src/similarity/whole.ts';

const COUNTS_FILE = 'src/similarity/frozen-counts.json';
const SPACE_FILE = 'src/similarity/frozen-space.json';
/** What stands once is as rare as what stands nowhere. */
const LEAST = 2;

/** Counts the terms of these texts for the next release. */
export function freeze(concepts: readonly Concept[], needs: readonly Need[]): FrozenTable {
  const counts = countTerms(indexLexicon(concepts), needs);
  const grams: Record<string, string> = {};
  const words: Record<string, number[]> = {};
  for (const [gram, count] of [...counts.grams].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    if (count < LEAST) continue;
    const text = gramText(gram);
    if (text === undefined) words[count] = [...(words[count] ?? []), gram];
    else grams[count] = (grams[count] ?? '') + text;
  }
  const common = [...counts.concepts].filter(([, count]) => count >= LEAST);
  return {
    total: counts.total,
    concepts: Object.fromEntries(common.sort((a, b) => (a[0] < b[0] ? -1 : 1))),
    grams,
    words,
  };
}

/** The latent space of these texts for the next release, by how common terms are in it. */
export function freezeSpace(
  concepts: readonly Concept[],
  counts: FrozenTable,
  needs: readonly Need[],
): FrozenSpace {
  const maker = new FeatureMaker(indexLexicon(concepts), readFrozen(counts));
  const digests = needs.map((need) => maker.digest(need));
  const { size, units, terms, table } = spaceOf(maker, digests, (number) => needs[number] as Need);
  const rows = [...terms].map(([term, row]): [string, string] => [
    gramText(term) ?? String(term),
    String.fromCharCode(...table.subarray(row * size, (row + 1) * size).map((level) => level + LEVEL_0)),
  ]);
  const isWord = ([term]: [string, string]): boolean => /^\d/.test(term);
  return {
    units,
    pairs: Object.fromEntries(rows.filter((row) => !isWord(row))),
    words: Object.fromEntries(rows.filter(isWord)),
  };
}

/** Writes both and says how large they are. */
export function writeFrozen(table: FrozenTable, space: FrozenSpace): string {
  // One line for each count: a change of the texts stays readable.
  const text = `${JSON.stringify(table, null, 1).replace(/\n {3}(\d+),?(?=\n)/g, (line) => line.trim())}\n`;
  writeFileSync(COUNTS_FILE, text);
  const rows = `${JSON.stringify(space, null, 1).replace(/\n {2}(-?[\d.e-]+,?)(?=\n)/g, '$1')}\n`;
  writeFileSync(SPACE_FILE, rows);
  const size = (of: string): string => `${(gzipSync(of).length / 1024).toFixed(1)} KB gzip`;
  return [
    `${COUNTS_FILE}: ${table.total} texts, ${Object.keys(table.concepts).length} concepts, ${size(text)}`,
    `${SPACE_FILE}: ${Object.keys(space.pairs).length} pairs, ${size(rows)}`,
  ].join('\n');
}
