import { loadSiteLexicon } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { say, warn } from '../../src/io/say.ts';
import { writeSearchIndex } from '../../src/site/build/search-index.ts';
import { searchRecords } from '../../src/site/build/search-records.ts';
import { searchWidenings } from '../../src/site/build/search-widening.ts';
import { similarOf } from '../../src/site/build/similar-model.ts';
import { writeAlike, writeJudged, writeSimilar } from '../../src/site/build/worked-out.ts';
import { CANARY_SILENT, checkCanary } from './check-canary.ts';
import { sayCheck } from './say-check.ts';

/**
 * Run by `build-site.ts` beside Astro: checks the registry (first argument), says what it found, works out what is like
 * each entry, writes both for the pages (third argument) and the search index to the second, and sends its size. Ends
 * with 2 when the registry cannot be read, with another code when the search for similar projects misses a duplicate
 * put in on purpose.
 */
const [, , root = '', out = '', pages = ''] = process.argv;

const registry = await loadRegistry(root).catch((error: Error) => {
  warn(`读不到登记库 ${root}：${error.message}`);
  process.exit(2);
});
writeJudged(pages, registry);
sayCheck(registry);
const similar = similarOf(registry, root);
writeSimilar(pages, similar);
const canary = checkCanary(registry, similar);
if (canary.ok) say(canary.line);
else {
  warn(canary.line);
  process.exit(CANARY_SILENT);
}
writeAlike(pages, similar);
const records = searchRecords(registry);
const size = await writeSearchIndex(records, out, searchWidenings(records, loadSiteLexicon(root).concepts));
process.send?.(size);
process.disconnect?.();
