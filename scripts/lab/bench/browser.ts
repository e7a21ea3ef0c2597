import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { say } from '../../../src/io/say.ts';
import { serveStatic } from '../../../src/io/static-server.ts';
import type { Basis } from '../../../src/similarity/library.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { buildSimilar } from '../../../src/site/build/similar-model.ts';
import { openBrowser } from '../browser.ts';

type Measured = { opening: number; times: number[] };

/** The same search in a real Chromium, over the files that the site serves, and how large they are. */
export async function measureBrowser(
  by: Basis,
  needs: readonly Need[],
  queries: readonly Need[],
  limit: number,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-browser-'));
  try {
    const { stamp, pack, texts } = buildSimilar(by, needs);
    const index = JSON.stringify(pack);
    await writeFile(join(folder, 'index.json'), index);
    await mkdir(join(folder, 'texts'));
    for (const [at, text] of texts.entries())
      await writeFile(join(folder, 'texts', `${at}.json`), JSON.stringify(text));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
    await bundle(folder);
    const asked = queries.map(({ name, description = '' }) => `${name}\n${description}`);
    const { opening, times } = await runThere(folder, stamp, asked, limit);
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1);
    say(`  index for the browser: ${(gzipSync(index).length / 1024).toFixed(0)} KB gzip`);
    say(
      `  one need in Chromium, evidence included: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${times.length} queries; opening ${opening.toFixed(0)} ms`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'code'),
      lib: {
        entry: join(import.meta.dirname, 'browser-entry.ts'),
        formats: ['es'],
        fileName: () => 'bench.js',
      },
    },
  });
}

async function runThere(
  folder: string,
  stamp: string,
  texts: readonly string[],
  limit: number,
): Promise<Measured> {
  const server = await serveStatic(folder);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const call = `import('/code/bench.js').then(({ measure }) => measure(${JSON.stringify(stamp)}, ${JSON.stringify(texts)}, ${limit}))`;
    return (await page.evaluate(call)) as Measured;
  } finally {
    await browser.close();
    await server.close();
  }
}
