import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { say } from '../../../src/io/say.ts';
import { serveStatic } from '../../../src/io/static-server.ts';
import { openBrowser } from '../browser.ts';

/** What a clerk types to be measured: short boxes, an amount, a page of text. */
const TYPED: readonly (readonly [screen: string, box: string, text: string])[] = [
  ['project', '#f-name', '某街道独居老人关爱服务平台'],
  ['money', '#f-budget', '320.5'],
  ['basics', '#f-effect', '覆盖 1200 名独居老人，10 分钟内有人响应。'],
  ['content', '#f-content', '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。'.repeat(8)],
];
/** A long filing: so many functions, and a page of text in every long box. */
const FUNCTIONS = 20;
const LONG_TEXT =
  '本项目面向辖区居民，建设独居老人档案、智能终端接入、异常预警和工单派发四个模块，覆盖 12 个社区。'.repeat(
    10,
  );
const START = { notSecret: 'true', leadType: '街道办事处', stage: '已建成', fiscal: '是', keep: 'tab' };

/**
 * The form of a built site in a real Chromium: the scripts that come before the first box can be filled in, and the time
 * from a key to what is found, beside the time of a message to the same worker and back.
 */
export async function measureForm(outDir: string): Promise<void> {
  const server = await serveStatic(outDir);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(new URL('/declare/', server.url).href);
    await page.waitForSelector('#declare:not([hidden])');
    const weight = [...scripts].reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(outDir, path))).length,
      0,
    );
    say(`form: ${scripts.size} scripts, ${weight} bytes in gzip before the first box (goal 200,000)`);
    for (const [name, value] of Object.entries(START)) await page.check(`[name=${name}][value="${value}"]`);
    const times = await timesOf(page);
    await fillLong(page);
    const long = await timesOf(page);
    // On a page of its own: the form's content policy allows no script that is made on the spot.
    const floor = await (await browser.newPage()).evaluate(roundTrip);
    const told = (all: readonly number[]): string =>
      `p50 ${at(all, 0.5)} ms, p95 ${at(all, 0.95)} ms, most ${at(all, 1)} ms over ${all.length} inputs`;
    say(
      `form: input to finding ${told(times)} (goal 50); in a long filing ${told(long)}; floor, a message to a worker and back: p50 ${at(floor, 0.5)} ms, most ${at(floor, 1)} ms`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Types, and gives the times from each input to what was found, in milliseconds. */
async function timesOf(page: Page): Promise<number[]> {
  await page.evaluate(() => performance.clearMeasures('declare-finding'));
  for (const [screen, box, text] of TYPED) await typeInto(page, screen, box, text);
  return page.evaluate(() => performance.getEntriesByName('declare-finding').map(({ duration }) => duration));
}

async function fillLong(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = 'content';
  });
  for (const box of await page.locator('[data-screen=content] textarea:visible').all())
    await box.fill(LONG_TEXT);
  await page.evaluate(() => {
    location.hash = 'functions';
  });
  const list = page.locator('[data-field="功能清单"] [data-list]');
  for (let row = 0; row < FUNCTIONS; row++) {
    await list.locator(':scope > [data-add]').click();
    const boxes = list.locator('[data-row]').last();
    await boxes.locator('[data-part="名称"] input').fill(`第 ${row + 1} 个模块的异常预警`);
    await boxes.locator('[data-part="说明"] textarea').fill('异常的情况按天汇总，自动提醒负责的网格员去看。');
  }
  await page.waitForTimeout(500);
}

async function typeInto(page: Page, screen: string, box: string, text: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = name;
  }, screen);
  await page.locator(box).click();
  // As fast as hands type, so that one judgement is over before the next key.
  await page.keyboard.type(text.slice(0, 60), { delay: 60 });
  await page.keyboard.insertText(text.slice(60));
  await page.waitForTimeout(300);
}

/** Runs in the page. */
async function roundTrip(): Promise<number[]> {
  const code = 'onmessage = ({ data }) => postMessage(data)';
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const times: number[] = [];
  for (let turn = 0; turn < 50; turn++) {
    const start = performance.now();
    await new Promise((done) => {
      worker.onmessage = done;
      worker.postMessage({ turn });
    });
    times.push(performance.now() - start);
  }
  worker.terminate();
  return times;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? Number.NaN).toFixed(1);
}
