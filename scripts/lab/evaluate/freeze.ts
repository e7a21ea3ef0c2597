import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { countTerms } from '../../../src/similarity/features.ts';
import type { FrozenTable } from '../../../src/similarity/frozen.ts';
import { gramText } from '../../../src/similarity/grams.ts';
import { indexLexicon } from '../../../src/similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import type { Need } from '../../../src/similarity/types.ts';

const FROZEN_FILE = 'src/similarity/frozen-counts.json';
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

/** Writes the table and says how large it is. */
export function writeFrozen(table: FrozenTable): string {
  // One line for each count: a change of the texts stays readable.
  const text = `${JSON.stringify(table, null, 1).replace(/\n {3}(\d+),?(?=\n)/g, (line) => line.trim())}\n`;
  writeFileSync(FROZEN_FILE, text);
  return `${FROZEN_FILE}: ${table.total} texts, ${Object.keys(table.concepts).length} concepts, ${(gzipSync(text).length / 1024).toFixed(1)} KB gzip`;
}
