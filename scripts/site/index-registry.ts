import { availableParallelism } from 'node:os';
import { loadSiteLexicon } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { say } from '../../src/io/say.ts';
import { stampFiles } from '../../src/io/stamp-files.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { writeKept } from '../../src/site/build/kept-site.ts';
import { type SearchIndexSize, writeSearchIndex } from '../../src/site/build/search-index.ts';
import { searchRecords } from '../../src/site/build/search-records.ts';
import { searchWidenings } from '../../src/site/build/search-widening.ts';
import { similarOf } from '../../src/site/build/similar-model.ts';
import { writeJudged, writeSimilar } from '../../src/site/build/worked-out.ts';
import { beApart, tellParent } from './apart.ts';
import { checkCanary } from './check-canary.ts';
import { writeStamps } from './kept-folder.ts';
import { sayCheck } from './say-check.ts';

/**
 * Run by `build-site.ts`: checks the registry (first argument), says what it found, and writes for the pages (third argument)
 * what they need of that and of the search for similar projects, the search index to the second, and to the fourth what a
 * later build of a few pages needs. Fails when the search for similar projects misses a duplicate put in on purpose.
 */
const [, , root = '', out = '', pages = '', kept = ''] = process.argv;

/** What is told while the work goes on. */
export interface Indexed {
  /** How many filings there are, once they are judged. */
  readonly entries?: number;
  /** In how many parts it is to be worked out what is like each entry, once that can be. */
  readonly parts?: number;
  readonly size?: SearchIndexSize;
}

/** From so many entries on it pays to divide what is like each among the processors. */
const MANY = 500;

await beApart(async () => {
  // Before the files: what is changed while they are read counts as changed.
  const stamps = stampFiles(root);
  const registry = await loadRegistry(root);
  writeJudged(pages, registry);
  tellParent({ entries: registry.projects.length } satisfies Indexed);
  sayCheck(registry);
  const similar = similarOf(registry, root);
  const parts = registry.projects.length < MANY ? 1 : availableParallelism();
  writeSimilar(pages, similar, parts);
  writeStamps(kept, stamps);
  writeKept(kept, registry, similar);
  tellParent({ parts: typeof similar === 'string' ? 0 : parts } satisfies Indexed);
  const canary = checkCanary(registry, similar);
  if (!canary.ok) throw new UsageError(canary.line);
  say(canary.line);
  const records = searchRecords(registry);
  const widenings = searchWidenings(records, loadSiteLexicon(root).concepts);
  const size = await writeSearchIndex(records, out, widenings, registry.office?.name);
  tellParent({ size } satisfies Indexed);
});
