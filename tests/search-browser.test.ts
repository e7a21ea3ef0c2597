import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import type { Search, SearchAnswer, SearchHit, SearchOptions } from '../src/site/browser/search/client.ts';
import { type SearchRecord, writeSearchIndex } from '../src/site/build/search-index.ts';
import { writeBrowserModule } from './support/browser-modules.ts';
import { PROJECT_NAMES } from './support/project-names.ts';
import { type StaticServer, serveStatic } from './support/static-server.ts';

type Client = typeof import('../src/site/browser/search/client.ts');
type Shown = { readonly status: string; readonly total: number; readonly hits: SearchHit[] } & Pick<
  Extract<SearchAnswer, { status: 'found' }>,
  'filterCounts'
>;

/** The test runner rewrites imports inside `page.evaluate`, so the page imports the client and hands it out. */
const PAGE = `<!doctype html><html lang="zh-CN"><title>目录</title><link rel="icon" href="data:,">
<script type="module">import { createSearch } from '/search/client.js'; Object.assign(globalThis, { createSearch });</script>`;
const CATEGORIES = ['政务服务类', '社会治理类'];
const EXTRA: Partial<SearchRecord>[] = [
  { title: '量子烽火甲', unit: '未来路街道办事处', text: '无关' },
  { title: '乙项目', unit: '量子烽火处', text: '无关' },
  { title: '丙项目', unit: '某局', text: '接入量子、烽火两个系统' },
  { title: '丁项目之量子烽火', unit: '某局', text: '无关' },
  { title: '戊项目之量子烽火', unit: '某局', text: '量子烽火，量子烽火，量子烽火' },
  { title: '己项目烽火在前量子在后', unit: '某局', text: '无关' },
  { title: '庚', unit: '', summary: '', text: '', filters: {}, sort: {}, meta: {} },
  { title: '', unit: '', summary: '', text: '' },
  { title: '知事', text: '无关', facts: '金数申〔2024〕1号\n2024年\n800万元', sounds: 'shili/zhishi' },
];

function toRecord(part: Partial<SearchRecord>, i: number): SearchRecord {
  return {
    url: `/projects/p${i}/`,
    title: '',
    unit: '金水区大数据管理局',
    summary: '为群众提供线上服务',
    text: '建设内容包括：硬件采购，软件开发。',
    filters: { category: [CATEGORIES[i % 2] ?? ''], year: [`${2020 + (i % 3)}`] },
    sort: { number: `${1000 - i}` },
    sum: [1, 100, 60],
    meta: { stage: '新建' },
    ...part,
  };
}

const records = [...PROJECT_NAMES.map((title) => ({ title })), ...EXTRA].map(toRecord);

describe('the catalogue search in a browser', () => {
  let site: string;
  let server: StaticServer;
  let browser: Browser;
  let page: Page;
  const messages: string[] = [];

  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'search-'));
    await writeSearchIndex(records, join(site, 'pagefind'));
    await writeSearchIndex([], join(site, 'none'));
    await writeBrowserModule('src/site/browser/search/client.ts', join(site, 'search'), 'client');
    await writeFile(join(site, 'index.html'), PAGE);
    server = await serveStatic(site);
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(server.url);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (site) await rm(site, { recursive: true });
  });

  function search(query: string, options: SearchOptions = {}): Promise<Shown> {
    return page.evaluate(
      async ([q, o]) => {
        const { createSearch } = globalThis as unknown as Client;
        const answer = await createSearch('/pagefind/').search(q, o);
        if (answer.status !== 'found') throw new Error(answer.detail);
        const hits = await Promise.all(answer.results.map((result) => result.load()));
        return { ...answer, results: [], hits };
      },
      [query, options] as const,
    );
  }

  const titlesFor = async (query: string, options?: SearchOptions): Promise<string[]> =>
    (await search(query, options)).hits.map(({ title }) => title);

  /** The parts of its name by which a record cannot be found. */
  function missed(queries: readonly (readonly [string, string])[]): Promise<string[]> {
    return page.evaluate(async (pairs) => {
      const { createSearch } = globalThis as unknown as Client;
      const catalogue = createSearch('/pagefind/');
      const urls = new Map<number, string>();
      const lost: string[] = [];
      for (const [url, query] of pairs) {
        const answer = await catalogue.search(query);
        const results = answer.status === 'found' ? answer.results : [];
        for (const result of results) {
          if (!urls.has(result.record)) urls.set(result.record, (await result.load()).url);
        }
        if (!results.some(({ record }) => urls.get(record) === url)) lost.push(`${url} ${query}`);
      }
      return lost;
    }, queries);
  }

  it('finds every record by every two neighbouring characters of its name', async () => {
    const queries = records.flatMap(({ url, title }) => parts(title, 2).map((part) => [url, part] as const));
    expect(queries.length).toBeGreaterThan(1000);
    expect(await missed(queries)).toEqual([]);
  });

  it('finds every record by every single character of its name', async () => {
    const queries = records.flatMap(({ url, title }) => parts(title, 1).map((part) => [url, part] as const));
    expect(await missed(queries)).toEqual([]);
  });

  it('finds a record by what is known of it and by the sound of its name, and takes joined words apart', async () => {
    expect(await titlesFor('金数申[2024]1号')).toEqual(['知事']);
    expect(await titlesFor('2024年 800万')).toEqual(['知事']);
    expect(await titlesFor('ZhiShi')).toEqual(['知事']);
    expect(await titlesFor('hi')).not.toContain('知事');
    const apart = await page.evaluate(async () => {
      const { createSearch } = globalThis as unknown as Client;
      const catalogue = createSearch('/pagefind/');
      return Promise.all(
        ['量子烽火丙项目', '量子烽火', '没有这样的话'].map((query) => catalogue.apart(query)),
      );
    });
    expect(apart).toEqual(['量子烽火 丙项目', '', '']);
  });

  it('finds every record by longer parts of its name, up to all of it', async () => {
    const queries = records.flatMap(({ url, title }, i) =>
      [3, 5 + (i % 7), [...title].length].flatMap((length) =>
        parts(title, length).map((part) => [url, part] as const),
      ),
    );
    expect(await missed(queries)).toEqual([]);
  });

  it('finds nothing else than names that contain the query', async () => {
    for (const query of ['一期', '中心（', '/P', '12345', 'iot', '二期建设']) {
      const plain = (text: string) => text.normalize('NFKC').toLowerCase();
      const bare = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');
      const expected = records
        .map(({ title }) => title)
        .filter((title) => plain(title).includes(plain(query)) || bare(title).includes(query));
      expect((await titlesFor(query)).sort()).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(0);
    }
  });

  it('finds nothing for characters that no record has side by side', async () => {
    expect(await titlesFor('火星基地')).toEqual([]);
    expect(await titlesFor('平台火星')).toEqual([]);
    expect(await titlesFor('烽火前')).toEqual([]);
  });

  it('lists the title that begins with the query first, then titles, units and texts, equals in their order', async () => {
    expect(await titlesFor('量子烽火')).toEqual([
      '量子烽火甲',
      '丁项目之量子烽火',
      '戊项目之量子烽火',
      '乙项目',
      '丙项目',
    ]);
  });

  it('wants every term of a query, in any order', async () => {
    expect(await titlesFor('烽火 量子 项目')).toHaveLength(5);
    expect(await titlesFor('量子　在后')).toEqual(['己项目烽火在前量子在后']);
    expect(await titlesFor('量子 火星')).toEqual([]);
  });

  it('forgives punctuation that the name does not have', async () => {
    expect(await titlesFor('《审计局》大数据')).toEqual(['金水区审计局大数据审计分析平台']);
  });

  it('shows the address, the summary and further values of a record', async () => {
    const { hits } = await search('RFID');
    expect(hits).toEqual([
      {
        url: '/projects/p45/',
        title: '金水区图书馆RFID自助借还系统',
        excerpt: '为群众提供线上服务',
        unit: '金水区大数据管理局',
        meta: { stage: '新建' },
      },
    ]);
  });

  it('filters, counts and sorts', async () => {
    const all = await search('街道');
    const counts = all.filterCounts.category ?? {};
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(all.total);

    const some = await search('街道', { filters: { category: ['社会治理类'], year: [] } });
    expect(some.total).toBe(counts.社会治理类);
    const both = await search('街道', {
      filters: { category: CATEGORIES },
      sort: { by: 'number', direction: 'asc' },
    });
    expect(both.hits.map(({ url }) => url)).toEqual(
      all.hits
        .map(({ url }) => url)
        .sort(byNumber)
        .reverse(),
    );
    const terms = await search('街道 平台');
    expect(Object.values(terms.filterCounts.category ?? {}).reduce((a, b) => a + b)).toBe(terms.total);
  });

  it('lists everything for an empty query', async () => {
    expect((await search(' 　')).total).toBe(records.length);
    expect((await search('', { filters: { year: ['2021', '2022'] } })).total).toBe(
      records.filter(({ filters }) => filters.year?.some((year) => year !== '2020')).length,
    );
  });

  it('works without a warning in the console', () => {
    expect(messages).toEqual([]);
  });

  it('has only the files it loads', async () => {
    const names = await readdir(join(site, 'pagefind'));
    expect(names.map((name) => name.replace(/und_\w+/, 'und')).sort()).toEqual([
      'catalogue.json',
      'filters.bin',
      'hits',
      'index',
      'pagefind-entry.json',
      'pagefind.js',
      'pagefind.und.pf_meta',
      'sorts.bin',
      'sums.bin',
      'wasm.unknown.pagefind',
      'widenings.bin',
    ]);
  });

  const statusOf = (base: string): Promise<SearchAnswer> =>
    page.evaluate(async (path) => {
      const { createSearch } = globalThis as unknown as Client;
      return createSearch(path).search('平台');
    }, base);

  it('finds nothing in an empty registry, which is no failure', async () => {
    expect(await statusOf('/none/')).toMatchObject({ status: 'found', total: 0 });
  });

  it('says so when the index cannot be loaded', async () => {
    expect(await statusOf('/nowhere/')).toMatchObject({ status: 'failed', reason: 'not-loaded' });
  });

  it.each<[string, (whole: Buffer) => { status?: number; body?: string | Buffer }]>([
    ['does not come', () => ({ status: 404 })],
    ['is empty', () => ({ body: '' })],
    ['is cut off', (whole) => ({ body: whole.subarray(0, whole.length / 2) })],
    ['is the page of a gateway', () => ({ body: '<html><p>login</p></html>' })],
  ])('says so when a part of the index %s, however often it is asked', async (_, answer) => {
    const apart = await browser.newPage();
    await apart.goto(server.url);
    await apart.route('**/pagefind/index/**', async (route) =>
      route.fulfill(answer(await (await route.fetch()).body())),
    );
    const ask = () =>
      apart.evaluate(async () => {
        const { createSearch } = globalThis as unknown as Client;
        const { catalogue = createSearch('/pagefind/') } = globalThis as unknown as { catalogue?: Search };
        Object.assign(globalThis, { catalogue });
        const answer = await catalogue.search('量子烽火');
        return answer.status === 'found' ? `found ${answer.total}` : `failed ${answer.reason}`;
      });
    expect([await ask(), await ask()]).toEqual(['failed not-loaded', 'failed not-loaded']);
    await apart.unroute('**/pagefind/index/**');
    expect(await ask()).toBe('found 5');
    await apart.close();
  });

  it('says so when the connection breaks, and works again afterwards', async () => {
    const statuses = await searchThrice(page);
    expect(statuses).toEqual(['failed not-loaded', 'found 1', 'failed replaced']);
  });
});

/** Offline, online, and with an index that was replaced while the page was open. */
async function searchThrice(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const { createSearch } = globalThis as unknown as Client;
    Object.assign(globalThis, { catalogue: createSearch('/pagefind/') });
  });
  const ask = (query: string) =>
    page.evaluate(async (q) => {
      const { catalogue } = globalThis as unknown as { catalogue: Search };
      const answer = await catalogue.search(q);
      return answer.status === 'found' ? `found ${answer.total}` : `failed ${answer.reason}`;
    }, query);
  await page.context().setOffline(true);
  const offline = await ask('LIMS');
  await page.context().setOffline(false);
  const online = await ask('LIMS');
  await page.route('**/index/*', (route) => route.fulfill({ status: 404 }));
  await page.route('**/catalogue.json*', (route) =>
    route.fulfill({ body: '{"version":"next","records":1}' }),
  );
  return [offline, online, await ask('没有火星')];
}

function parts(text: string, length: number): string[] {
  const points = [...text];
  const starts = points.slice(0, Math.max(0, points.length - length + 1)).map((_, start) => start);
  const found = starts.map((start) => points.slice(start, start + length).join(''));
  return [...new Set(found)].filter((part) => part.trim() !== '');
}

function byNumber(a: string, b: string): number {
  return Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''));
}
