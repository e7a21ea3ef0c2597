import { loadSiteLexicon } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { say, warn } from '../../src/io/say.ts';
import { writeSearchIndex } from '../../src/site/build/search-index.ts';
import { searchRecords } from '../../src/site/build/search-records.ts';
import { searchWidenings } from '../../src/site/build/search-widening.ts';
import { CANARY_SILENT, checkCanary } from './check-canary.ts';
import { sayCheck } from './say-check.ts';

/**
 * Run by `build-site.ts` beside Astro: checks the registry (first argument), says what it found, writes the search
 * index to the second argument and sends its size. Ends with 2 when the registry cannot be read, with another code
 * when the search for similar projects misses a duplicate put in on purpose.
 */
const [, , root = '', out = ''] = process.argv;
/** A build that was killed waits for nobody: the next one is not to find this one still writing. */
const alone = (): void => process.exit(1);
process.once('disconnect', alone);

const registry = await loadRegistry(root).catch((error: Error) => {
  warn(`读不到登记库 ${root}：${error.message}`);
  process.exit(2);
});
sayCheck(registry);
const canary = checkCanary(root, registry);
if (canary.ok) say(canary.line);
else {
  warn(canary.line);
  process.exit(CANARY_SILENT);
}
const records = searchRecords(registry);
const size = await writeSearchIndex(records, out, searchWidenings(records, loadSiteLexicon(root).concepts));
process.off('disconnect', alone);
process.send?.(size);
process.disconnect?.();
