import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf, type Visit } from './site-visit.ts';

/** The page on which words of the lexicon are looked up, on the built site. */
export function describeLexiconPage(visit: () => Visit): void {
  describe('looking a word up in the lexicon', () => {
    async function lookUp(word: string): Promise<string> {
      await visit().page.fill('#q', word);
      await visit().page.waitForFunction(
        (wanted) => (new URL(location.href).searchParams.get('q') ?? '') === wanted,
        word,
      );
      await visit().page.waitForSelector('#found:not([hidden]), #none:not([hidden])');
      return (await visit().page.textContent('#count')) ?? '';
    }

    it('shows the concepts that hold it, with the words and the place, and leads there', async () => {
      await visit().go('/lexicon/');
      expect(await lookUp('空巢老人')).toMatch(/^查到 \d+ 个概念/);
      const row = visit().page.locator('#rows tr').first();
      expect(await row.locator('mark').first().textContent()).toBe('空巢老人');
      const link = row.getByRole('rowheader').getByRole('link');
      const name = (await link.textContent()) ?? '';
      await link.click();
      await visit().page.waitForURL(/\/lexicon\/[a-z-]+\/#[a-z0-9-]+$/);
      const target = visit().page.locator(`[id="${new URL(visit().page.url()).hash.slice(1)}"]`);
      expect(await target.textContent()).toContain(name);
      expect(await target.textContent()).toContain('空巢老人');
    });

    it('answers by keyboard and from the address, and goes back', async () => {
      await visit().go(`/lexicon/?q=${encodeURIComponent('一网通办')}`);
      await visit().page.waitForSelector('#rows tr');
      expect(await visit().page.inputValue('#q')).toBe('一网通办');
      await visit().page.focus('#q');
      await visit().page.keyboard.press('Control+A');
      await visit().page.keyboard.insertText('停车');
      await visit().page.keyboard.press('Enter');
      await visit().page.waitForFunction(() => document.querySelector('#rows mark')?.textContent === '停车');
      await visit().page.goBack();
      await visit().page.waitForFunction(
        () => document.querySelector('#rows mark')?.textContent === '一网通办',
      );
    });

    it('says so when nothing holds it, what to do next, and aloud', async () => {
      await visit().go('/lexicon/');
      expect(await lookUp('火星移民')).toBe('查到 0 个概念');
      expect(await visit().page.textContent('#none')).toContain('把「火星移民」加进');
      expect(await visit().page.getAttribute('#none', 'aria-live')).toBe('polite');
      expect(await visit().page.getAttribute('#count', 'role')).toBe('status');
      await visit().page.fill('#q', '');
      await visit().page.waitForSelector('#none', { state: 'hidden' });
      expect(await visit().page.textContent('#count')).toBe('');
    });

    it('says so when the words cannot be read, and works at the next try', async () => {
      const visitor = await visit().browser.newPage();
      await visitor.route('**/forms.json', (route) => route.abort(), { times: 1 });
      await visit().go('/lexicon/', visitor);
      await visitor.fill('#q', '停车');
      await visitor.waitForSelector('#none:not([hidden])');
      expect(await visitor.textContent('#none')).toContain('查词没有完成');
      await visitor.fill('#q', '停车诱导');
      await visitor.waitForSelector('#rows tr');
      await visitor.close();
    });

    it('has only links to concepts that are there', () => {
      const LEXICON = join(visit().outDir, 'lexicon');
      const broken = new Set<string>();
      const ids = new Map<string, Set<string>>();
      const pages = pagesOf(LEXICON).map((path) => ({
        path: `/lexicon${path}`,
        html: readFileSync(join(LEXICON, path, 'index.html'), 'utf8'),
      }));
      for (const { path, html } of pages)
        ids.set(path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)));
      for (const { path, html } of pages)
        for (const [, to = '', id = ''] of html.matchAll(/href="(\/lexicon\/[^"#]*)?#([^"]+)"/g))
          if (id !== 'main' && !ids.get(to || path)?.has(id)) broken.add(`${path} → ${to}#${id}`);
      expect(pages.length).toBeGreaterThan(1);
      expect([...broken]).toEqual([]);
    });

    it('leaves the lists where there are no scripts', async () => {
      const context = await visit().browser.newContext({ javaScriptEnabled: false });
      const visitor = await context.newPage();
      await visit().go('/lexicon/', visitor);
      await visitor.locator('main').getByRole('link', { name: '民政养老' }).click();
      expect(await visitor.textContent('main')).toContain('空巢老人');
      await context.close();
    });
  });
}
