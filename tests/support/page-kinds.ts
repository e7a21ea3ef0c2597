import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';

/** What the cases need of the built site; called when a case runs. */
export interface BuiltSite {
  readonly url: string;
  readonly outDir: string;
  readonly browser: Browser;
  /** The source of axe. */
  readonly axe: string;
}

const WIDTHS = [360, 768, 1280];

/** Every kind of page once: all that differ by more than the entry, rule or unit that they show. */
export function pageKinds(outDir: string): readonly string[] {
  const pages = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort();
  const kinds = Map.groupBy(pages, kindOf);
  return [...kinds.values()].map(([first = '/']) => first);
}

/** `/projects/a/b/` and `/projects/c/d/` are of a kind; `/projects/by/…` is another. */
function kindOf(path: string): string {
  const [top = '', second, ...more] = path.split('/').filter((part) => part !== '');
  if (second === undefined || top.endsWith('.html')) return top;
  return `${top}/${second === 'by' || second === 'page' ? second : '*'}/${more.length}`;
}

/** Every kind of page, and these besides (an address with a question), in three widths: nothing sticks out, axe finds nothing, no other host is asked, no error is logged. */
export function describePageKinds(built: () => BuiltSite, asked: readonly string[] = []): void {
  it('every kind of page fits, is clean, and asks no other host, at 360, 768 and 1280 px', async () => {
    const { url, outDir, browser, axe } = built();
    const faults: string[] = [];
    const kinds = [...pageKinds(outDir), ...asked];
    expect(kinds.length).toBeGreaterThan(25);
    const page = await browser.newPage({ bypassCSP: true });
    let at = '';
    page.on('request', (request) => {
      const asked = new URL(request.url());
      if (asked.protocol.startsWith('http') && asked.origin !== url)
        faults.push(`${at} asks ${asked.origin}`);
    });
    page.on('pageerror', (error) => faults.push(`${at} fails: ${error.message}`));
    for (const path of kinds) {
      at = path;
      await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 800 });
      await page.goto(url + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) faults.push(`${path} at ${width}: ${over} px too wide`);
      }
      faults.push(...(await axeFaults(page, axe)).map((fault) => `${path}: ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  }, 240_000);
}

/** The pages' own long lists cost axe most: of equal rows the first few are enough. */
async function axeFaults(page: Page, axe: string): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const rows of document.querySelectorAll('tbody, ol, ul'))
      for (const row of [...rows.children].slice(12)) row.remove();
  });
  await page.addScriptTag({ content: axe });
  const light = await runAxe(page, undefined);
  // In the dark only the colours are others.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await runAxe(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: null });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** The faults that axe finds: by all its rules, or by one. */
function runAxe(page: Page, rule: string | undefined): Promise<readonly string[]> {
  return page.evaluate(async (one) => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await run.run(one === undefined ? {} : { runOnly: [one] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 100)}`);
  }, rule);
}
