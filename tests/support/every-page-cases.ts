import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check.ts';
import { pagesOf, type Visit } from './site-visit.ts';

/** What holds for every page of the built site: its links, its policy, paper, and no scripts. */
export function describeEveryPage(visit: () => Visit, shipped: CheckResult): void {
  describe('every page', () => {
    it('has only links that lead somewhere', () => {
      const broken = new Set<string>();
      for (const path of pagesOf(visit().outDir)) {
        const html = readFileSync(join(visit().outDir, path, 'index.html'), 'utf8');
        for (const [, link = ''] of html.matchAll(/\b(?:href|src)="(\/[^"#?]*)/g)) {
          const target = join(visit().outDir, decodeURIComponent(link));
          if (!existsSync(link.endsWith('/') ? join(target, 'index.html') : target))
            broken.add(`${path} → ${link}`);
        }
      }
      expect([...broken].slice(0, 20)).toEqual([]);
    });

    it('carries a content policy that allows no foreign or inline script', () => {
      for (const path of pagesOf(visit().outDir)) {
        const html = readFileSync(join(visit().outDir, path, 'index.html'), 'utf8');
        const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
        expect(policy, path).toContain("default-src 'none'");
        expect(policy, path).not.toContain('unsafe-inline');
        expect(policy, path).not.toMatch(/'unsafe-eval'/);
      }
    });

    it('keeps to its width whatever names people write without a break', async () => {
      const unit = shipped.projects[0]?.entry.unit;
      const entry = shipped.projects[0]?.entry.id ?? shipped.references[0]?.id;
      const places = ['', 'projects/', 'queue/', 'units/', `units/${unit}/`, 'statistics/', 'finance/'];
      const wide: string[] = [];
      for (const place of [
        ...places,
        entry?.startsWith('references/') ? `${entry}/` : `projects/${entry}/`,
      ]) {
        await visit().go(`/${place}`);
        for (const width of [320, 360, 768]) {
          await visit().page.setViewportSize({ width, height: 800 });
          const over = await visit().page.evaluate(() => {
            const names =
              'main :is(h1, dl:not(.key-figures) > dd, [href*="/projects/"], [href*="/units/"], .timeline-step p)';
            for (const name of document.querySelectorAll(names)) {
              const text = [...name.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE);
              if (text?.textContent?.trim()) text.textContent = 'Pneumonoultramicroscopic'.repeat(4);
            }
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          });
          if (over > 0) wide.push(`/${place} at ${width}: ${over} px`);
        }
      }
      await visit().page.setViewportSize({ width: 1280, height: 900 });
      expect(wide).toEqual([]);
    });

    it('leaves what can only be clicked off the paper', async () => {
      await visit().page.emulateMedia({ media: 'print' });
      await visit().go('/projects/');
      for (const clicked of ['.search-box', '.catalogue > aside', '.order', '#pages'])
        expect(await visit().page.locator(`main ${clicked}`).first().isVisible(), clicked).toBe(false);
      expect(await visit().page.locator('#rows').isVisible()).toBe(
        shipped.projects.length + shipped.references.length > 0,
      );
      await visit().page.emulateMedia({ media: null });
    });

    it.skipIf(shipped.projects.length === 0)('works without scripts for everything but search', async () => {
      const context = await visit().browser.newContext({ javaScriptEnabled: false });
      const visitor = await context.newPage();
      await visit().go('/projects/', visitor);
      expect(await visitor.locator('main tbody tr a').count()).toBeGreaterThan(0);
      const facet = visitor.locator('main').getByText('社会治理类', { exact: true }).first();
      await facet.click();
      expect(visitor.url()).toContain('/projects/by/');
      expect(await visitor.locator('main tbody tr a').count()).toBeGreaterThan(0);
      await visit().go('/similar/', visitor);
      await visitor.locator('noscript .notice').waitFor();
      expect(
        await visitor
          .locator('.needs-script')
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).display)),
      ).toEqual(['none']);
      await context.close();
    });
  });
}
