import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  GOLDEN_FILE,
  GOLDEN_LIMIT,
  goldenAnswers,
  goldenModel,
  goldenQueries,
  goldenText,
} from '../../scripts/lab/golden-similar.ts';
import type { Question, Reply } from '../../src/site/browser/similar/messages.ts';
import { docxOf, pdfOf, workbookOf } from './documents.ts';
import { serveStatic } from './static-server.ts';

/** The built site and a browser to look at it. */
export interface BuiltSite {
  readonly url: string;
  readonly outDir: string;
  readonly browser: Browser;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** 「停车诱导系统，采集空余」. */
const IN_GBK = Buffer.from('cda3b3b5d3d5b5bccfb5cdb3a3acb2c9bcafbfd5d3e0', 'hex');
const NEED = '给独居老人装水表和手环，没有动静就提醒社区上门';
const PLAN = `独居老人智慧看护平台
${'安装智能水表、门磁和手环，长时间无用水、无出门的自动预警，工单派发到网格员，上门核查后反馈。'.repeat(50)}`.slice(
  0,
  2000,
);

/** 「我想建…」 as a visitor uses it, and the same answers as in Node to the last character. */
export function describeSimilarPage(use: () => BuiltSite): void {
  let page: Page;
  const faults: string[] = [];
  const open = async (width = 1280): Promise<void> => {
    page = await use().browser.newPage({ viewport: { width, height: 900 }, bypassCSP: width !== 1280 });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${use().url}/similar/`);
  };
  const firstResult = () => page.locator('#found > li').first();

  afterEach(async () => {
    await page?.context().close();
    faults.length = 0;
  });

  describe('我想建', () => {
    it('finds while typing, says so aloud, and keeps the text over a reload', async () => {
      await open();
      await page.locator('#need').pressSequentially(NEED);
      await firstResult().waitFor();
      expect(await page.textContent('#count')).toMatch(/相似的项目 \d+ 个|最相似的/);
      expect(await page.locator('#count').getAttribute('role')).toBe('status');
      expect(await page.textContent('#saved')).toBe('文字只留在这个标签页，关掉就没有了');
      await page.reload();
      await firstResult().waitFor();
      expect(await page.inputValue('#need')).toBe(NEED);
      expect(faults).toEqual([]);
    });

    it('reads a plan that is chosen as a file, and says why another cannot be read', async () => {
      await open();
      const word = {
        name: '方案.docx',
        mimeType: 'application/octet-stream',
        buffer: await docxOf([NEED], true),
      };
      await page.setInputFiles('#document', word);
      await firstResult().waitFor();
      expect(await page.inputValue('#need')).toContain(NEED);
      expect(await page.textContent('#document-said')).toMatch(/^已读出「方案\.docx」，\d+ 字。有 1 张图片/);
      for (const [name, buffer, words] of [
        ['方案.xlsx', workbookOf({ 清单: [['停车诱导']] }), '已读出「方案.xlsx」，4 字'],
        ['方案.pdf', pdfOf(['Smart parking guidance']), '已读出「方案.pdf」，20 字'],
        ['扫描.pdf', pdfOf(['']), '「扫描.pdf」里面没有文字'],
        ['锁.pdf', pdfOf(['Smart parking guidance'], true), '「锁.pdf」设了密码，打不开'],
        ['方案.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '「方案.doc」是旧版 Word'],
        ['空.txt', Buffer.alloc(0), '「空.txt」里面没有读到文字'],
        ['国标.txt', IN_GBK, '已读出「国标.txt」，11 字'],
        ['大.txt', Buffer.from(`${NEED}\n`.repeat(70_000)), '已读出「大.txt」'],
      ] as const) {
        await page.setInputFiles('#document', { name, mimeType: 'application/octet-stream', buffer });
        await page.waitForFunction(
          (start) => document.getElementById('document-said')?.textContent?.startsWith(start),
          words,
        );
        expect(await page.textContent('main')).not.toContain('没有找到');
      }
      expect(faults).toEqual([]);
    });

    it('takes a pasted plan, tells why, and marks what matches', async () => {
      await open();
      await page.fill('#need', PLAN);
      await firstResult().waitFor();
      const text = await firstResult().textContent();
      expect(text).toMatch(/\d+ 分/);
      expect(text).toContain('计分');
      await firstResult().locator('summary').first().click();
      expect(await firstResult().locator('dl.reasons').isVisible()).toBe(true);
      const points = (await firstResult().locator('dl.reasons dd').first().textContent()) ?? '';
      const sum = [...points.matchAll(/([+−])(\d+)/g)].reduce(
        (all, [, sign, number]) => all + (sign === '+' ? Number(number) : -Number(number)),
        0,
      );
      expect(`${sum} 分`).toBe(await firstResult().locator('strong.num').textContent());
      expect(await page.locator('#found mark').count()).toBeGreaterThan(0);
    });

    it('asks only for its own files, and tells nobody what was typed', async () => {
      await open();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await page.fill('#need', NEED);
      await firstResult().waitFor();
      expect(asked.length).toBeGreaterThan(0);
      for (const address of asked) {
        expect(address.startsWith(use().url)).toBe(true);
        expect(decodeURIComponent(address)).not.toContain('老人');
      }
    });

    it('waits for the end of composing', async () => {
      await open();
      await page.evaluate(() => {
        const input = document.querySelector('textarea') as HTMLTextAreaElement;
        input.value = '独居老人du';
        input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      });
      await page.waitForTimeout(500);
      expect(await page.textContent('#saved')).toBe('');
    });

    it('asks for more when too little is said, and never says that there is nothing', async () => {
      await open();
      await page.fill('#need', '好的');
      await page.waitForSelector('#message:not([hidden])');
      expect(await page.textContent('#message')).toContain('写得太少');
      expect(await page.textContent('#message')).not.toContain('没有找到');
    });

    it('says that nothing was found only of a text that tells enough', async () => {
      await open();
      await page.fill('#need', '火星殖民飞船曲率引擎量子纠缠反物质燃料舱矿石冶炼');
      await page.waitForSelector('#message:not([hidden]), #found > li');
      if ((await page.locator('#found > li').count()) === 0)
        expect(await page.textContent('#message')).toContain('没有找到');
    });

    it.each([
      ['is missing', { status: 404, body: '' }],
      ['is cut short', { body: '{"format":"similar-2","stamp":' }],
      ['is of another format', { body: '{"format":"similar-0"}' }],
      ['is of another state', undefined],
    ])('says in red that it did not work when the index %s, and works once it does', async (_, answer) => {
      await open();
      await page.route('**/similar/index.json*', async (route) => {
        if (answer) return route.fulfill({ contentType: 'application/json', ...answer });
        const other = { ...(await goldenModel()).pack, stamp: 'f'.repeat(16) };
        return route.fulfill({ contentType: 'application/json', body: JSON.stringify(other) });
      });
      await page.fill('#need', NEED);
      await page.waitForSelector('#message.notice-stop:not([hidden])');
      expect(await page.textContent('#message')).toContain('查重没有做成：');
      expect(await page.textContent('main')).not.toContain('没有找到');
      expect(await page.locator('#found > li').count()).toBe(0);
      await page.unroute('**/similar/index.json*');
      await page.locator('#message button').click();
      await firstResult().waitFor();
    });

    it('says in red that it did not work when the whole texts are missing', async () => {
      await open();
      await page.route('**/similar/texts/**', (route) => route.fulfill({ status: 404 }));
      await page.fill('#need', NEED);
      await page.waitForSelector('#message.notice-stop:not([hidden])');
      expect(await page.textContent('#message')).toContain('查重没有做成：');
    });

    it('can be used by keyboard alone: clear, bring back, open the reasons', async () => {
      await open();
      await page.focus('#need');
      await page.keyboard.type(NEED);
      await firstResult().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.inputValue('#need')).toBe('');
      expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.inputValue('#need')).toBe(NEED);
      await firstResult().waitFor();
      await firstResult().locator('a').focus();
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement as Element).outlineStyle,
      );
      expect(outline).toBe('solid');
      await page.keyboard.press('Enter');
      expect(await firstResult().locator('details').first().getAttribute('open')).not.toBeNull();
    });

    it('takes a question from the address and keeps what was written before', async () => {
      await open();
      await page.fill('#need', PLAN);
      await firstResult().waitFor();
      await page.goto('about:blank');
      await page.goto(`${use().url}/similar/#${encodeURIComponent('停车诱导')}`);
      await firstResult().waitFor();
      expect(await page.inputValue('#need')).toBe('停车诱导');
      expect(page.url()).not.toContain('#');
      await page.click('#bring-back');
      expect(await page.inputValue('#need')).toBe(PLAN);
    });

    it.each([360, 768])('has no fault that axe finds with everything open, %d px wide', async (width) => {
      await open(width);
      await page.fill('#need', PLAN);
      await firstResult().waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.addScriptTag({ content: AXE });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
      });
      expect(found).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

  describe('the answers', () => {
    it('are the same in Node and in the worker of a real browser, and as the golden file has them', async () => {
      const model = await goldenModel();
      const expected = goldenText(model.stamp, goldenAnswers(model));
      const replies = await askWorker(use(), model);
      const candidates = replies.map((reply) =>
        'answer' in reply ? reply.answer.found.map(({ candidate }) => candidate) : [],
      );
      expect(replies.filter((reply) => 'failure' in reply)).toEqual([]);
      expect(replies.length).toBeGreaterThanOrEqual(200);
      expect(goldenText(model.stamp, candidates)).toBe(expected);
      const golden = readFileSync(GOLDEN_FILE, 'utf8');
      // Of another lexicon or other references the file says nothing: an office changes these at will.
      if (golden.includes(`"stamp":"${model.stamp}"`)) expect(expected).toBe(golden);
    }, 120_000);
  });
}

/** Sends all queries to the worker as the site was built with it, over an index of the references alone. */
async function askWorker(
  { outDir, browser }: BuiltSite,
  { stamp, pack, texts }: Awaited<ReturnType<typeof goldenModel>>,
): Promise<Reply[]> {
  const folder = join(outDir, '..', 'golden');
  mkdirSync(join(folder, 'similar', 'texts'), { recursive: true });
  const worker = readdirSync(join(outDir, 'assets')).find((name) => name.startsWith('similar-worker'));
  if (!worker) throw new Error('The site was built without the worker');
  copyFileSync(join(outDir, 'assets', worker), join(folder, 'worker.js'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>查重</title><link rel="icon" href="data:,">',
  );
  writeFileSync(join(folder, 'similar', 'index.json'), JSON.stringify(pack));
  for (const [n, file] of texts.entries())
    writeFileSync(join(folder, 'similar', 'texts', `${n}.json`), JSON.stringify(file));
  const server = await serveStatic(folder);
  const page = await browser.newPage();
  await page.goto(server.url);
  const place = { base: `${server.url}/similar/`, stamp, limit: GOLDEN_LIMIT };
  const questions = goldenQueries().map((text, run): Question => ({ ...place, run, text }));
  const replies = await page.evaluate(
    (all) =>
      new Promise<Reply[]>((done, fail) => {
        const started = new Worker('/worker.js', { type: 'module' });
        const got: Reply[] = [];
        started.addEventListener('error', ({ message }) => fail(new Error(message)));
        started.addEventListener('message', ({ data }) => {
          got.push(data);
          if (got.length === all.length) done(got.sort((a, b) => a.run - b.run));
        });
        for (const question of all) started.postMessage(question);
      }),
    questions,
  );
  await page.close();
  await server.close();
  return replies;
}
