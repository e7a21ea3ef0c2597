import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { buildSite } from './support/build-site.ts';
import { describeCare } from './support/care-cases.ts';
import { describeEveryPage } from './support/every-page-cases.ts';
import { describeImportPage } from './support/import-page-cases.ts';
import { describeLexiconPage } from './support/lexicon-page-cases.ts';
import { describePageKinds } from './support/page-kinds.ts';
import { describeSearching } from './support/search-cases.ts';
import { describeSimilarPage } from './support/similar-page-cases.ts';
import type { Visit } from './support/site-visit.ts';
import { serveStatic } from './support/static-server.ts';
import { describeTotals } from './support/totals-cases.ts';

/** The whole catalogue of the registry as shipped, built once and used in a real browser. */
const outDir = join(mkdtempSync(join(tmpdir(), 'registry-site-')), 'dist');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shipped = await loadRegistry('registry');
/** An office that starts for real takes the demonstration filings out: what needs a filing is then left out. */
const aProject = shipped.projects[0]?.entry.id;
const aReference = shipped.references[0]?.id;
let site: { url: string; close: () => Promise<void> };
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const build = await buildSite({ OUT_DIR: outDir });
  expect(build.status, build.said).toBe(0);
  site = await serveStatic(outDir);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(join(outDir, '..'), { recursive: true, force: true });
});

async function go(path: string, to: Page = page): Promise<void> {
  await to.goto(new URL(path, site.url).href);
}

const visit = (): Visit => ({ url: site.url, outDir, browser, axe: AXE, page, go });

describeSearching(visit, shipped);
describeLexiconPage(visit);
describeEveryPage(visit, shipped);
describePageKinds(visit, [
  `/compare/?id=${aProject ?? aReference}`,
  `/projects/?q=${encodeURIComponent('停车')}`,
]);
describeCare(visit, aProject && `/projects/${aProject}/`);
// The second count knows the demonstration alone.
if (shipped.office?.demo === true && aProject) describeTotals(outDir, 'registry', shipped.today);
describeSimilarPage(visit);
describeImportPage(visit);

it('no page reported a fault in the console', () => {
  expect(faults).toEqual([]);
});
