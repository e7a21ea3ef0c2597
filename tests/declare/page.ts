import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Story } from '../support/declare-form.ts';
import { address, Clerk, LONG, PERSON, place, SCREENS, withClerk } from '../support/declare-place.ts';
import { STORIES } from '../support/declare-stories.ts';

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST = STORIES['6.1'] as Story;

/** What axe finds on the page as it is, and whether it is wider than the screen. */
export async function faultsOf(page: Page, where: string): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return [...violations, ...(wide ? ['wider than the screen'] : [])].map((one) => `${where}: ${one}`);
}

/** The page as a whole: reopening, accessibility, offline, old browsers, none. */
export function pageStories(): void {
  describe.concurrent('the page', { timeout: LONG }, () => {
    it(
      'opens a registered filing and gives it back with one line changed',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await form.open(`${address()}#edit=shili/guanai`);
        await form.screen('review').waitFor();
        await clerk.goesToScreen('money');
        await page.fill('#f-actual', '317');
        await form.settled();
        await clerk.goesToScreen('send');
        await page.waitForFunction(() =>
          document.getElementById('send-path')?.textContent?.includes('guanai'),
        );
        const { name, bytes } = await form.download('#download-file', place().scratch);
        expect(name).toBe('guanai.md');
        const was = readFileSync(join(place().root, 'projects/shili/guanai.md'), 'utf8');
        expect(bytes.toString('utf8')).toBe(was.replace('实际完成投资: 318', '实际完成投资: 317'));
      }),
    );

    it(
      'has nothing that axe finds, on any screen, at 360 px, and nothing too wide at 320 (400 % of 1280)',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        const found: string[] = [];
        await form.open(address());
        await page.evaluate(AXE);
        await form.begin((STORIES['6.2'] as Story).start);
        found.push(...(await faultsOf(page, 'start')));
        await form.onward('project');
        for (const name of [...SCREENS, 'send'] as const) {
          await clerk.goesToScreen(name);
          if (name !== 'review' && name !== 'send') await form.next();
          await page.waitForTimeout(250);
          found.push(...(await faultsOf(page, name)));
          await page.setViewportSize({ width: 320, height: 640 });
          if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
            found.push(`${name}: wider than 320 px`);
          await page.setViewportSize({ width: 360, height: 740 });
        }
        expect(found).toEqual([]);
      }),
    );

    it(
      'works without a network once it was opened',
      withClerk(async (clerk) => {
        const { form, page, context } = clerk;
        await form.open(address());
        await page.waitForSelector('#declare[data-offline=ready]');
        // What later screens bring is kept, and the page itself has not loaded it.
        const scripts = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
        );
        const late = /^(?:slug|seal|send-view|print-view|open-request)[.-]/;
        expect(scripts.filter((name) => late.test(name))).toEqual([]);
        await context.setOffline(true);
        await page.reload();
        await page.waitForSelector('#declare:not([hidden])');
        await form.begin(FIRST.start);
        await form.onward('project');
        expect(await form.refused('project')).toContain('项目名称');
        await form.fill(FIRST, 'project');
        await form.onward('basics');
        await clerk.goesToScreen('contact');
        await page.fill('[data-contact="项目负责人"] input', PERSON.name);
        await form.onward('money');
        await clerk.goesToScreen('content');
        await form.fill(FIRST, 'content');
        await clerk.goesToScreen('similar');
        await page.waitForFunction(
          () => !/正在比对|^$/.test(document.getElementById('similar-state')?.textContent ?? ''),
        );
        expect(await page.textContent('#similar-state')).not.toContain('没有做成');
        await clerk.goesToScreen('send');
        await clerk.sends();
        const { name, bytes } = await form.download('#download-file', place().scratch);
        expect(name).toMatch(/^shi-li-jie-dao-/);
        expect(bytes.toString('utf8')).toContain('BEGIN AGE');
        await context.setOffline(false);
      }),
    );

    it(
      'runs where Chromium 86 stops',
      withClerk(async ({ form, context }) => {
        const gone =
          "for (const [owner, names] of [[Array.prototype, ['at','findLast','findLastIndex','toSorted','toReversed','toSpliced','with']], [String.prototype, ['at']], [Object, ['hasOwn','groupBy']], [Map, ['groupBy']], [globalThis, ['structuredClone']]]) for (const name of names) delete owner[name];\n";
        await context.addInitScript(gone);
        await context.route(/-worker-[\w-]+\.js/, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: gone + (await response.text()) });
        });
        await form.open(address());
        await form.begin((STORIES['6.2'] as Story).start);
        await form.onward('project');
        await form.fill(STORIES['6.2'] as Story, 'project');
        await form.onward('basics');
        expect(await form.refused('basics')).toContain('项目预期效果');
      }),
    );

    it('says what to do where scripts do not run', async () => {
      const { context, page } = await Clerk.sits({ javaScriptEnabled: false });
      await page.goto(address());
      const text = await page.textContent('main');
      expect(text).toContain('送纸质表');
      expect(text).toContain('npm run registry -- new');
      await context.close();
    });
  });
}
