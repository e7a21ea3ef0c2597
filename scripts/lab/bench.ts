import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegistry } from '../../src/io/registry.ts';
import { say } from '../../src/io/say.ts';
import { floor } from './bench/floor.ts';
import { type BuildRow, measureBuild, sayGrowth } from './bench/measure-build.ts';
import { measureChange } from './bench/measure-change.ts';
import { measureForm } from './bench/measure-form.ts';
import { measureSimilar } from './bench/measure-similar.ts';
import { writeSynthetic } from './bench/synthetic.ts';
import { readTexts } from './bench/texts.ts';

/**
 * Speed and memory, printed beside the floor measured in the same run. Sizes by argument: `npm run bench -- 1000 10000`;
 * `--no-build` leaves the site out, `--only-change` all but the judgement of one change. Above 10,000 entries that alone
 * is measured.
 */
const RUNS = 3;
const given = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000];
const withBuild = !process.argv.includes('--no-build');
const onlyChange = process.argv.includes('--only-change');
const MOST = 10_000;

const rows: BuildRow[] = [];

const scratch = await mkdtemp(join(tmpdir(), 'registry-bench-'));
try {
  const { units } = await loadRegistry('registry');
  const real = [...units.values()].filter(({ demo }) => !demo);
  const texts = await readTexts();
  for (const size of sizes) {
    const root = join(scratch, String(size), 'registry');
    await writeSynthetic(root, size, 'registry', real, texts);
    await measureChange(root, size, `projects/${real[0]?.code}/xiangmu-0.md`);
    if (onlyChange || size > MOST) continue;
    await measureCheck(root, size);
    await measureSimilar(root, size, texts);
    if (!withBuild) continue;
    const site = join(scratch, `site-${size}`);
    rows.push(await measureBuild(root, size, site));
    await measureForm(site);
  }
  if (rows.length > 0) sayGrowth(rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** The least of several runs, in milliseconds: the machine's other work only ever adds. */
async function best(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

async function measureCheck(root: string, size: number): Promise<void> {
  const least = await best(() => floor(root));
  const whole = await best(() => loadRegistry(root, '2026-11-24'));
  say(
    `check ${size}: ${whole.toFixed(0)} ms; floor (read + js-yaml + zod) ${least.toFixed(0)} ms; ratio ${(whole / least).toFixed(2)}`,
  );
}
