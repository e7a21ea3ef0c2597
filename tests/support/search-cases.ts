import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check.ts';
import { hasNameOnly } from '../../src/registry/reference-worth.ts';
import { writeBrowserModule } from './browser-modules.ts';
import type { Visit } from './site-visit.ts';
import { serveStatic } from './static-server.ts';

/** The search alone, over the index of the built site: the test runner rewrites imports inside `page.evaluate`. */
const CLIENT_PAGE = `<!doctype html><html lang="zh-CN"><title>查询</title><link rel="icon" href="data:,">
<script type="module">import { createSearch } from '/search/client.js'; Object.assign(globalThis, { createSearch });</script>`;

/** The rows of a workbook's first sheet. */
function rowsOf(bytes: Uint8Array): readonly (readonly unknown[])[] {
  const { Sheets, SheetNames } = read(bytes);
  return utils.sheet_to_json(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 });
}

/** Searching the catalogue as a visitor does, on the built site of this registry. */
export function describeSearching(visit: () => Visit, shipped: CheckResult): void {
  /** An office that starts for real takes the demonstration filings out: what needs a filing is then left out. */
  const aProject = shipped.projects[0]?.entry.id;
  const nameOnly = new Set(
    shipped.references.filter(({ record }) => hasNameOnly(record)).map(({ record }) => record.name ?? ''),
  );
  const names = [
    ...shipped.projects.map(({ entry }) => entry.filing.name),
    ...shipped.references.map(({ record }) => record.name),
  ].filter((name) => name !== undefined);

  /** Types a query as a visitor does, and waits for the answer to it. */
  async function search(query: string): Promise<string[]> {
    await visit().go('/projects/');
    await visit().page.fill('#q', query);
    await visit().page.press('#q', 'Enter');
    await visit().page.waitForFunction(
      (wanted) => new URL(location.href).searchParams.get('q') === wanted,
      query,
    );
    // Where the words stand only in what is not shown, no word is marked; the way to what is known by name alone then is.
    await visit().page.waitForSelector('mark, #none:not([hidden]), #name-only a[href*="q="]');
    return visit().page.locator('main tbody tr a:visible').allTextContents();
  }

  /** Goes on from the top by the Tab key alone, until this is reached. */
  async function tabTo(selector: string): Promise<void> {
    for (let pressed = 0; pressed < 250; pressed++) {
      await visit().page.keyboard.press('Tab');
      if (await visit().page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
        return;
    }
    throw new Error(`${selector} cannot be reached by the keyboard`);
  }

  /** What is known by name only stands behind a link, where others answer too. */
  async function openNameOnly(name: string): Promise<void> {
    if (!nameOnly.has(name)) return;
    const link = visit().page.locator('#name-only a');
    if (await link.isVisible()) await link.click();
  }

  describe('searching', () => {
    it.each(['视频监控', '停车', '一网通办', '居老'])('finds projects for %s', async (query) => {
      const found = await search(query);
      expect(found.length).toBeGreaterThan(0);
      const inNames = names.filter((name) => name.includes(query));
      for (const name of inNames.filter((one) => !nameOnly.has(one)))
        expect(
          found.some((text) => text.includes(name)),
          name,
        ).toBe(true);
    });

    it('explains an empty result and offers the next step', async () => {
      expect(await search('火星移民')).toEqual([]);
      const main = await visit().page.textContent('main');
      expect(main).toContain('火星移民');
      const link = visit().page.locator('#none a[href*="/similar/#"]');
      await link.click();
      await visit().page.waitForURL(/\/similar\//);
      expect(await visit().page.inputValue('#need')).toBe('火星移民');
    });

    it.skipIf(!aProject)('takes joined words apart, and saves the list that it shows', async () => {
      await visit().go(`/projects/?q=${encodeURIComponent('视频监控二期')}`);
      await visit().page.waitForFunction(() =>
        document.getElementById('count')?.textContent?.includes('分成'),
      );
      expect(await visit().page.textContent('#count')).toMatch(
        /^没有连着写「视频监控二期」的；分成 视频监控、二期 查到 \d+ 条$/,
      );
      const shown = await visit().page.locator('main tbody tr a:visible').allTextContents();
      const saved = visit().page.waitForEvent('download');
      await visit().page.click('#save-csv');
      const text = readFileSync(await (await saved).path(), 'utf8');
      for (const name of shown) expect(text).toContain(name);
    });

    it('also looks by the other names that the lexicon knows, and says which', async () => {
      await visit().go(`/projects/?q=${encodeURIComponent('泊车')}`);
      await visit().page.waitForFunction(() =>
        document.getElementById('count')?.textContent?.includes('换成'),
      );
      expect(await visit().page.textContent('#count')).toMatch(
        /^没有写「泊车」的；换成 .*停车.* 查到 \d+ 条$/,
      );
      expect(await visit().page.locator('main tbody mark').first().textContent()).toBe('停车');
    });

    it('looks by meaning where no name is found, on the same page', async () => {
      // 手环 stands in no project; 社区网格 did for this once, and is found in pieces now.
      await visit().go(`/projects/?q=${encodeURIComponent('独居 老人 手环')}`);
      await visit().page.waitForSelector('#meant a');
      expect(await visit().page.textContent('#none')).toContain('按意思查，可能相关的');
    });

    it('opens a project from the results', async () => {
      await search('停车');
      const first = visit().page.locator('main tbody tr a').first();
      const name = (await first.textContent())?.trim();
      await first.click();
      await visit().page.waitForURL(/\/(projects|references)\/.+\//);
      expect((await visit().page.textContent('h1'))?.trim()).toContain(name);
    });

    it.skipIf(shipped.projects.length < 2)(
      'finds two projects by name, compares them and saves the list and the table, by keyboard alone',
      async () => {
        const [one = '', other = ''] = shipped.projects.map(({ entry }) => entry.filing.name ?? '');
        await visit().go('/projects/');
        await tabTo('#q');
        await visit().page.keyboard.type(one);
        await visit().page.keyboard.press('Enter');
        await visit().page.waitForSelector('mark');
        await tabTo('#save-xlsx');
        const [list] = await Promise.all([
          visit().page.waitForEvent('download'),
          visit().page.keyboard.press('Enter'),
        ]);
        const rows = rowsOf(readFileSync(await list.path()));
        expect(rows[0]?.[0]).toBe('项目名称');
        expect(rows.map(([name]) => name)).toContain(one);
        await tabTo('tbody a');
        await visit().page.keyboard.press('Enter');
        await visit().page.waitForSelector('#use');
        await tabTo('a[href*="/compare/"]');
        await visit().page.keyboard.press('Enter');
        await visit().page.waitForSelector('.compared');
        await tabTo('#q');
        await visit().page.keyboard.type(other);
        await visit().page.waitForSelector('#offered button');
        await tabTo('#offered button');
        await visit().page.keyboard.press('Enter');
        await visit().page.waitForFunction(() => document.querySelectorAll('.compared thead a').length === 2);
        const heads = await visit().page.locator('.compared thead a').allTextContents();
        expect(heads).toEqual([one, other]);
        expect(new URL(visit().page.url()).searchParams.getAll('id')).toHaveLength(2);
        await tabTo('#save');
        const [file] = await Promise.all([
          visit().page.waitForEvent('download'),
          visit().page.keyboard.press('Enter'),
        ]);
        const [head = '', ...lines] = readFileSync(await file.path(), 'utf8').split('\r\n');
        expect(head).toContain(one);
        expect(lines.some((line) => line.startsWith('给谁用,'))).toBe(true);
        await tabTo('#save-xlsx');
        const [book] = await Promise.all([
          visit().page.waitForEvent('download'),
          visit().page.keyboard.press('Enter'),
        ]);
        expect(rowsOf(readFileSync(await book.path()))[0]).toEqual(['栏目', one, other]);
        await visit().page.reload();
        await visit().page.waitForFunction(() => document.querySelectorAll('.compared thead a').length === 2);
      },
      60_000,
    );

    it('saves the selection, says what it is, and gives a unit for its name', async () => {
      const unit = shipped.units.values().next().value;
      await visit().go(`/projects/?q=${encodeURIComponent(unit?.name ?? '')}`);
      await visit().page.waitForSelector(`#units a[href="/units/${unit?.code}/"]`);
      await visit().go(`/projects/?${encodeURIComponent('类型')}=${encodeURIComponent('参考项目')}`);
      await visit().page.waitForFunction(() =>
        /^共 \d+ 条$/.test(document.getElementById('count')?.textContent ?? ''),
      );
      const count = Number((await visit().page.textContent('#count'))?.replace(/\D/g, ''));
      const [file] = await Promise.all([
        visit().page.waitForEvent('download'),
        visit().page.locator('#save-csv').press('Enter'),
      ]);
      const lines = readFileSync(await file.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(lines).toHaveLength(count + 1);
      expect(count).toBe(shipped.references.filter(({ record }) => !hasNameOnly(record)).length);
    });

    it.skipIf(!aProject)('looks for the words of an address that leads nowhere', async () => {
      const [, slug = ''] = aProject?.split('/') ?? [];
      const visitor = await visit().browser.newPage();
      await visit().go(`/projects/nobody/${slug.replace(/-[a-z0-9]{4}$/, '')}/`, visitor);
      await visitor.waitForSelector('#found a');
      expect(await visitor.locator(`#found a[href="/projects/${aProject}/"]`).count()).toBe(1);
      await visitor.close();
    });

    it.skipIf(!aProject)('narrows by a facet, keeps it in the address, and goes back', async () => {
      const all = (await search('平台')).length;
      await visit().page.locator('main').getByText('公共服务类', { exact: true }).first().click();
      await visit().page.waitForFunction(() => location.search.includes(encodeURIComponent('公共服务类')));
      await visit().page.waitForTimeout(300);
      const narrowed = await visit().page.locator('main tbody tr').count();
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(all);
      await visit().page.reload();
      await visit().page.waitForSelector('mark');
      expect(await visit().page.locator('main tbody tr').count()).toBe(narrowed);
    });

    it('finds every record by any two or more consecutive characters of its name', async () => {
      const plain = join(visit().outDir, '..', 'plain');
      cpSync(join(visit().outDir, 'pagefind'), join(plain, 'pagefind'), { recursive: true });
      await writeBrowserModule('src/site/browser/search/client.ts', join(plain, 'search'), 'client');
      writeFileSync(join(plain, 'index.html'), CLIENT_PAGE);
      const server = await serveStatic(plain);
      await visit().go(server.url);
      const missed = await visit().page.evaluate(async (all) => {
        const { createSearch } =
          globalThis as unknown as typeof import('../../src/site/browser/search/client.ts');
        const engine = createSearch('/pagefind/');
        const wrong: string[] = [];
        for (const name of all) {
          const letters = [...name];
          const parts = letters.slice(0, -1).map((letter, at) => letter + letters[at + 1]);
          parts.push(letters.slice(1, 6).join(''), letters.slice(-5).join(''), name);
          for (const part of new Set(parts.filter((text) => text.trim() !== ''))) {
            const answer = await engine.search(part);
            const results = answer.status === 'found' ? answer.results : [];
            const hits = await Promise.all(results.map((hit) => hit.load()));
            if (!hits.some(({ title }) => title === name)) wrong.push(`${part} → ${name}`);
          }
        }
        return wrong;
      }, names);
      await server.close();
      expect(missed).toEqual([]);
    }, 240_000);

    it('shows a record for two characters out of the middle of its name', async () => {
      for (const name of names.filter((_, index) => index % 16 === 0)) {
        const middle = [...name.replace(/\s/g, '')].slice(3, 5).join('');
        await search(middle);
        await openNameOnly(name);
        await visit().page.waitForFunction(
          (wanted) =>
            [...document.querySelectorAll('main tbody tr a')].some((link) =>
              link.textContent?.includes(wanted),
            ),
          name,
        );
      }
    }, 120_000);
  });
}
