import { expect, it } from 'vitest';
import type { BuiltSite } from './page-kinds.ts';

/** What a first visit may bring over the wire, in KB as a good host packs it. */
const BUDGETS = [
  ['/', 20],
  ['/projects/', 45],
  ['/similar/', 35],
  // With the whole judgement, which works beside the page.
  ['/declare/', 260],
] as const;

/**
 * What Lighthouse weighs and a change spoils easily: nothing jumps while a page starts on a slow phone, the first visit
 * stays small, and every page says in its head what it is. `entry`: the address of a project.
 */
export function describeCare(built: () => BuiltSite, entry: string | undefined): void {
  const pages = [...BUDGETS, ...(entry === undefined ? [] : [[entry, 30] as const])];

  it.each(pages)('%s starts without a jump and brings no more than %i KB', async (path, budget) => {
    const { url, browser } = built();
    for (const width of [412, 1350]) {
      const context = await browser.newContext({ viewport: { width, height: 823 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(url + path, { waitUntil: 'networkidle' });
      const seen = await page.evaluate(async () => {
        const shifts = new Promise<number>((done) => {
          const observer = new PerformanceObserver((list) => {
            const values = list.getEntries().map((one) => (one as unknown as { value: number }).value);
            done(values.reduce((sum, value) => sum + value, 0));
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(0), 300);
        });
        const sizes = [
          ...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource'),
        ].map((one) => (one as PerformanceResourceTiming).transferSize);
        const told = document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '';
        return {
          shift: await shifts,
          bytes: sizes.reduce((sum, one) => sum + one, 0),
          told,
          title: document.title,
        };
      });
      await context.close();
      // What is written as 0.000: a button may move by a part of a pixel when its font is measured.
      expect(seen.shift, `${path} at ${width} px`).toBeLessThan(0.0005);
      expect(seen.bytes / 1024, `${path} at ${width} px`).toBeLessThan(budget);
      expect([seen.told !== '', seen.title !== '']).toEqual([true, true]);
    }
  });
}
