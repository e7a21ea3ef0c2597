import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { writeSearchIndex } from '../src/site/build/search-index.ts';
import { searchRecords } from '../src/site/build/search-records.ts';
import { buildSite } from './support/build-site.ts';
import { type StaticServer, serveStatic } from './support/static-server.ts';

/** Two registries publish their data over HTTP; a third takes both in, and its search finds what each has. */
const scratch = mkdtempSync(join(tmpdir(), 'federation-'));
const third = join(scratch, 'third');
const site = join(scratch, 'site');
const PHONE = '13812345678';
let sources: readonly StaticServer[] = [];
let shown: StaticServer;
/** The same two as they are asked at the moment of a search. */
let asked: readonly StaticServer[] = [];
let browser: Browser;
let page: Page;

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}
const registry = (...args: readonly string[]) => run('scripts/registry.ts', args);
/** Not `spawnSync`: the servers that are asked live in this process. */
async function harvest(...places: readonly string[]) {
  const { harvest: take } = await import('../src/io/harvest.ts');
  return take(places, third, { today: '2026-11-27' });
}

/** A registry of its own, and the folder in which its data lies as its site would have it. */
function publish(name: string, changes: readonly (readonly [string, string])[]): string {
  const root = join(scratch, name);
  cpSync('tests/fixtures/_base', root, { recursive: true });
  for (const file of ['office.yaml', 'projects/shili/guanai.md']) {
    const text = changes.reduce(
      (whole, [from, to]) => whole.replaceAll(from, to),
      readFileSync(join(root, file), 'utf8'),
    );
    writeFileSync(join(root, file), text);
  }
  mkdirSync(join(scratch, `${name}-site`, 'data'), { recursive: true });
  const out = join(scratch, `${name}-site`, 'data', 'catalog.jsonld');
  const { status, stderr } = registry('export', '--root', root, '--to', 'jsonld', '--out', out);
  expect(status, stderr).toBe(0);
  return join(scratch, `${name}-site`);
}

/** Puts the search index of a registry where its site has it. */
async function index(name: string): Promise<string> {
  const read = await loadRegistry(join(scratch, name));
  const folder = join(scratch, `${name}-site`);
  await writeSearchIndex(searchRecords(read), join(folder, 'pagefind'), [], read.office?.name);
  return folder;
}

/** Somebody over there means harm: markup, a private number, signs that print nothing, a page on another host. */
function spoil(folder: string): void {
  const file = join(folder, 'data', 'catalog.jsonld');
  const catalogue = JSON.parse(readFileSync(file, 'utf8'));
  const project = (id: string, title: string, more: object = {}) => ({
    '@id': `https://elsewhere.example/${id}`,
    '@type': 'schema:Project',
    'dct:identifier': id,
    'dct:title': { '@value': title },
    ...more,
  });
  catalogue['@graph'].push(
    project('x/markup', '水位<img src=x onerror="document.title=1">监测平台'),
    project('x/odd', '水位\u202e监测平台 1<2', {
      'dct:abstract': '测水位。\n\n---\n\n## 建设内容\n\n[点这里](https://elsewhere.example/)',
    }),
    project('x/phone', '值班登记系统', { 'dct:abstract': `联系人手机 ${PHONE}` }),
    project('../../office', ''),
  );
  writeFileSync(file, JSON.stringify(catalogue));
}

beforeAll(async () => {
  const first = publish('first', [
    ['示例区“数字示例”建设', '甲区数字化建设'],
    ['示例街道独居老人关爱服务平台', '甲区智慧路灯管控平台'],
  ]);
  const second = publish('second', [
    ['示例区“数字示例”建设', '乙区数字化建设'],
    ['示例街道独居老人关爱服务平台', '乙区河道水位监测系统'],
  ]);
  spoil(second);
  sources = [await serveStatic(first), await serveStatic(second)];
  cpSync('tests/fixtures/_base', third, { recursive: true });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await shown?.close();
  await Promise.all([...sources, ...asked].map((one) => one.close()));
  rmSync(scratch, { recursive: true, force: true });
});

describe('two registries taken into a third', () => {
  it('come with their origin; what must not be public stays out and is named', async () => {
    const [a, b] = await harvest(...sources.map(({ url }) => url));
    expect(a).toMatchObject({ added: 1, left: [] });
    expect(b?.added).toBe(2);
    expect(b?.left.map(({ why }) => why)).toEqual([
      expect.stringContaining('网页代码'),
      expect.stringContaining('手机号码'),
      expect.stringContaining('名称'),
    ]);
    const { status, stdout } = registry('check', '--root', third, '--format', 'json');
    expect(status, stdout).toBe(0);
    expect(JSON.parse(stdout).summary).toMatchObject({ error: 0 });
  });

  it('change nothing when they are taken again', async () => {
    const again = await harvest();
    expect(again.map(({ added, updated, unchanged }) => [added, updated, unchanged])).toEqual([
      [0, 0, 1],
      [0, 0, 2],
    ]);
  });

  it('stay when one of them cannot be had, and the list says so', async () => {
    await sources[1]?.close();
    const [a, b] = await harvest();
    expect(a?.failed).toBeUndefined();
    expect(b?.failed).toContain('连不上');
    expect(readFileSync(join(third, 'harvests.yaml'), 'utf8')).toContain('没有取到: 2026-11-27');
    expect(registry('check', '--root', third).status).toBe(0);
  });

  it('are both found by the search of the third, with their origin, and nothing of theirs runs', async () => {
    asked = [await serveStatic(await index('first')), await serveStatic(await index('second'))];
    const silent = sources[1]?.url;
    const hits = join(scratch, 'second-site', 'pagefind', 'hits', '0.json');
    const [hit] = JSON.parse(readFileSync(hits, 'utf8'));
    const odd = { ...hit, title: `<img src=x onerror="1">${hit.title}`, url: 'javascript:alert(1)', unit: 7 };
    writeFileSync(hits, JSON.stringify([odd]));
    const office = join(third, 'office.yaml');
    const said = [...asked.map(({ url }) => url), silent].map((url) => `${url}/`).join('、');
    const text = readFileSync(office, 'utf8');
    expect(text).toMatch(/^设置: {}$/m);
    writeFileSync(office, text.replace(/^设置: {}$/m, `设置:\n  一起查的登记库: ${said}`));
    const built = await buildSite({ REGISTRY_ROOT: third, OUT_DIR: site });
    expect(built.status, built.said).toBe(0);
    shown = await serveStatic(site);
    browser = await openBrowser();
    page = await browser.newPage();
    for (const [q, name, origin] of [
      ['路灯', '甲区智慧路灯管控平台', '甲区'],
      ['河道水位', '乙区河道水位监测系统', '乙区'],
    ] as const) {
      await page.goto(`${shown.url}/projects/?q=${encodeURIComponent(q)}`);
      const row = page.locator('main tbody tr', { hasText: name });
      await row.waitFor();
      expect(await row.textContent()).toContain('外库');
      expect(await row.textContent()).toContain(`${origin}数字化建设工作领导小组办公室`);
      await row.locator('a').click();
      await page.waitForSelector('#provenance');
      expect(await page.textContent('#provenance')).toContain(`照录自${origin}数字化建设`);
    }
    const [, server] = sources;
    expect(await page.getAttribute('#provenance dd a', 'href')).toBe(`${server?.url}/projects/shili/guanai/`);
    expect(await page.textContent('#provenance')).toContain('没有取到');
    await page.goto(`${shown.url}/projects/?q=${encodeURIComponent('水位')}`);
    await page.locator('main tbody tr a', { hasText: '监测平台' }).click();
    await page.waitForSelector('#provenance');
    expect(await page.locator('main img, main script, main a[href*="elsewhere"]').count()).toBe(0);
    expect(await page.textContent('#provenance')).not.toContain('elsewhere.example');
    expect(await page.textContent('h1')).toContain('水位监测平台 1<2');
    await page.goto(`${shown.url}/federation/`);
    expect(await page.textContent('main')).toContain('收录了 2 个登记库的 3 个项目');
  }, 600_000);

  it('are searched at their own sites beside the third, by one instance of Pagefind; a silent one is named', async () => {
    const others = page.locator('#others');
    const search = async (q: string): Promise<string> => {
      await page.goto(`${shown.url}/projects/?q=${encodeURIComponent(q)}`);
      await others.locator('h3').nth(1).waitFor();
      return (await others.textContent()) ?? '';
    };
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    const lights = await search('路灯');
    expect(lights).toContain('甲区数字化建设工作领导小组办公室1 条');
    expect(lights).toContain('乙区数字化建设工作领导小组办公室没有查到');
    expect(lights).toContain('没有查成');
    expect(lights).toContain(new URL(sources[1]?.url ?? '').host);
    const link = others.locator('li a');
    expect(await link.getAttribute('href')).toBe(`${asked[0]?.url}/projects/shili/guanai/`);
    expect(await link.textContent()).toBe('甲区智慧路灯管控平台');
    const programs = loaded.filter((url) => /pagefind\.js|wasm/.test(url));
    expect(programs.length).toBeGreaterThan(0);
    for (const url of programs) expect(new URL(url).origin).toBe(shown.url);
    expect(await search('河道 水位')).toContain('乙区数字化建设工作领导小组办公室1 条');
    // What a stranger's files say is words, and leads nowhere but to its own site.
    expect(await others.locator('li a').textContent()).toBe('<img src=x onerror="1">乙区河道水位监测系统');
    expect(await others.locator('li a').getAttribute('href')).toBe(`${asked[1]?.url}/`);
    expect(await others.locator('img').count()).toBe(0);
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    const origins = [...asked.map(({ url }) => url), sources[1]?.url].join(' ');
    expect(policy).toContain(`connect-src 'self' ${origins};`);
    await page.goto(`${shown.url}/federation/`);
    expect(await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content')).toContain(
      "connect-src 'self';",
    );
  }, 60_000);
});
