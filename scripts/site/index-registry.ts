import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CheckResult } from '../../src/check.ts';
import { loadSiteLexicon } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { say, warn } from '../../src/io/say.ts';
import { stampFiles } from '../../src/io/stamp-files.ts';
import { writeKept } from '../../src/site/build/kept-site.ts';
import { writeSearchIndex } from '../../src/site/build/search-index.ts';
import { searchRecords } from '../../src/site/build/search-records.ts';
import { searchWidenings } from '../../src/site/build/search-widening.ts';
import { similarOf } from '../../src/site/build/similar-model.ts';
import { writeJudged, writeSimilar } from '../../src/site/build/worked-out.ts';
import { CANARY_SILENT, checkCanary } from './check-canary.ts';
import { writeStamps } from './kept-folder.ts';
import { sayCheck } from './say-check.ts';

/**
 * Run by `build-site.ts` beside Astro: checks the registry (first argument), says what it found, works out what is like
 * each entry, writes both for the pages (third argument) and the search index to the second, and sends its size; leaves to
 * the fourth what a later build of a few pages needs. Ends with 2 when the registry cannot be read, with another code when the search for similar projects misses a duplicate
 * put in on purpose.
 */
const [, , root = '', out = '', pages = '', kept = ''] = process.argv;

/** From so many entries on it pays to start a process for each processor. */
const MANY = 500;
/** A build that was killed waits for nobody: the next one is not to find this one still writing. */
const alone = (): void => process.exit(1);
process.once('disconnect', alone);

const { registry, stamps } = await readAll().catch((error: Error) => {
  warn(`读不到登记库 ${root}：${error.message}`);
  process.exit(2);
});
writeJudged(pages, registry);
sayCheck(registry);
const similar = similarOf(registry, root);
const parts = registry.projects.length < MANY ? 1 : availableParallelism();
writeSimilar(pages, similar, parts);
const canary = checkCanary(registry, similar);
if (canary.ok) say(canary.line);
else {
  warn(canary.line);
  process.exit(CANARY_SILENT);
}
const alike = typeof similar === 'string' ? undefined : workOutAlike();
writeStamps(kept, stamps);
writeKept(kept, registry, similar);
const records = searchRecords(registry);
const widenings = searchWidenings(records, loadSiteLexicon(root).concepts);
const size = await writeSearchIndex(records, out, widenings, registry.office?.name);
await alike;
process.off('disconnect', alone);
process.send?.(size);
process.disconnect?.();

/** Each part in a process of its own: neither waits for the other work, nor adds to its memory. */
function workOutAlike(): Promise<unknown> {
  return Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const child = fork(join(import.meta.dirname, 'alike-part.ts'), [pages, `${part}`, `${parts}`]);
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`What is like each entry was not worked out (exit ${code})`);
    }),
  );
}

async function readAll(): Promise<{
  readonly registry: CheckResult;
  readonly stamps: ReadonlyMap<string, string>;
}> {
  // Before the files: what is changed while they are read counts as changed.
  const stamps = stampFiles(root);
  return { registry: await loadRegistry(root), stamps };
}
