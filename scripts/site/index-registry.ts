import { loadRegistry } from '../../src/io/registry.ts';
import { writeSearchIndex } from '../../src/io/search-index.ts';
import { searchRecords } from '../../src/site/search-records.ts';
import { sayCheck } from './say-check.ts';

/**
 * Run by `build-site.ts` beside Astro: checks the registry (first argument), says what it found, writes the search
 * index to the second argument and sends its size. Ends with 2 when the registry cannot be read.
 */
const [, , root = '', out = ''] = process.argv;

const registry = await loadRegistry(root).catch((error: Error) => {
  console.error(`读不到登记库 ${root}：${error.message}`);
  process.exit(2);
});
sayCheck(registry);
const size = await writeSearchIndex(searchRecords(registry), out);
process.send?.(size);
process.disconnect?.();
