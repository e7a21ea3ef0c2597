import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { unsealContact } from '../src/sealing/contact.ts';
import { generateKeys } from '../src/sealing/keys.ts';
import { writeBrowserModule } from './support/browser-modules.ts';
import { type StaticServer, serveStatic } from './support/static-server.ts';

const ID = 'shili/guanai-k7q2';
const VALUES = { 项目负责人: '演示人员', 联系电话: '0371-00000000' };
const PAGE = `<!doctype html><html lang="zh-CN"><title>封存</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
<script type="module" src="/page.js"></script>`;
/** The test runner rewrites imports inside `page.evaluate`, so the page hands the function out. */
const GLUE = "import { sealContact } from './contact.js'; Object.assign(globalThis, { sealContact });";

let site: string;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'sealing-'));
  await writeBrowserModule('src/sealing/contact.ts', site, 'contact');
  await writeFile(join(site, 'page.js'), GLUE);
  await writeFile(join(site, 'index.html'), PAGE);
  server = await serveStatic(site);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(site, { recursive: true, force: true });
});

it('seals in a browser, under a strict policy, what the office opens with its key', async () => {
  const { publicKey, privateKey } = await generateKeys();
  const page = await browser.newPage();
  const errors: string[] = [];
  // Not the console: zod tries whether it may compile, which the policy refuses and reports, and goes on without.
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url);
  await page.waitForFunction(() => 'sealContact' in globalThis);
  const block = await page.evaluate(
    ({ id, values, key }) => {
      const { sealContact } = globalThis as unknown as Pick<
        typeof import('../src/sealing/contact.ts'),
        'sealContact'
      >;
      return sealContact(id, values, [key]);
    },
    { id: ID, values: VALUES, key: publicKey },
  );
  expect(errors).toEqual([]);
  expect(await unsealContact(block, ID, [privateKey])).toEqual({ ok: true, values: VALUES });
});

it('needs nothing of Node', async () => {
  const scripts = (await readdir(site)).filter((name) => name.endsWith('.js'));
  for (const name of scripts) expect(await readFile(join(site, name), 'utf8')).not.toMatch(/["']node:/);
});
