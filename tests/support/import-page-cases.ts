import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { readBook } from '../../src/ledger/read-book.ts';
import { officeLedger } from './office-ledger.ts';

/** The built site and a browser to look at it. */
export interface BuiltSite {
  readonly url: string;
  readonly browser: Browser;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** 台账导入 as an office uses it: a messy workbook, from drop to draft filings. */
export function describeImportPage(use: () => BuiltSite): void {
  let page: Page;
  const faults: string[] = [];
  const asked: string[] = [];

  const open = async (width = 1280): Promise<void> => {
    page = await use().browser.newPage({ viewport: { width, height: 900 }, bypassCSP: width !== 1280 });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(`${use().url}/import/`);
  };
  const choose = (name: string, bytes: Uint8Array): Promise<void> =>
    page.setInputFiles('#ledger', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const read = () => page.locator('#import-result:not([hidden])').waitFor();
  const status = (words: RegExp) => page.locator('#import-status', { hasText: words }).waitFor();
  const take = async (product: string): Promise<Uint8Array> => {
    const coming = page.waitForEvent('download');
    await page.click(`[data-product="${product}"]`);
    return new Uint8Array(readFileSync(await (await coming).path()));
  };

  afterEach(async () => {
    await page?.context().close();
    expect(faults.splice(0)).toEqual([]);
    asked.length = 0;
  });

  describe('台账导入', () => {
    it('reads a messy workbook, takes corrections, and gives draft filings that a check accepts', async () => {
      await open();
      await choose('各单位项目汇总.xlsx', officeLedger());
      await read();
      await status(/项目 6 个；金额 4\/6 行读到/);
      expect(await page.locator('#import-questions > li').allTextContents()).toEqual([
        expect.stringContaining('「实施范围」这一列是什么'),
        expect.stringContaining('像是把元和万元写混了'),
      ]);
      await page.locator('#import-questions input').first().fill('860000元');
      await page.locator('#import-questions input').first().press('Tab');
      await status(/金额 5\/6 行读到/);
      await page.getByLabel('「实施范围」读作').selectOption('建设内容');
      await status(/建设内容 6\/6/);
      await page.locator('#import-left-count').click();
      expect(await page.locator('#import-left > li').allTextContents()).toEqual([
        expect.stringContaining('分组标题'),
        expect.stringContaining('隐藏'),
        expect.stringContaining('小计'),
        expect.stringContaining('填表信息'),
      ]);
      const files = unzipSync(await take('备案'));
      expect(Object.keys(files)).toHaveLength(5);
      expect(await page.textContent('#import-said')).toContain('还没有开建');
      const root = mkdtempSync(join(tmpdir(), 'drafts-'));
      cpSync('registry', root, { recursive: true });
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), bytes);
      }
      const only = new Set(Object.keys(files));
      const { findings, checked } = check(readRegistryFiles(root), { today: '2026-11-20', only });
      rmSync(root, { recursive: true });
      expect(checked).toBe(5);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      // The ledger stays on the machine: the page asks for its own files and sends nothing.
      expect(asked.filter((request) => !/^GET \/(?:import\/|assets\/|favicon|$)/.test(request))).toEqual([]);
    });

    it('asks for a unit that the 名录 does not have, and makes no empty archive', async () => {
      await open();
      const ledger = '项目名称,单位,金额（万元）,进展\n智慧门禁,老城街办,12,已建成\n';
      await choose('街办.csv', new TextEncoder().encode(ledger));
      await read();
      await page.click('[data-product="备案"]');
      await status(/没有生成/);
      const box = page.getByLabel('单位名录里没有「老城街办」，是哪个单位？');
      await box.fill('郑州市金水区花园路街道办事处');
      await box.press('Tab');
      await status(/已读/);
      expect(Object.keys(unzipSync(await take('备案')))).toEqual([
        expect.stringMatching(/^projects\/huayuan-lu\//),
      ]);
    });

    it('gives back the workbook with a word on every row', async () => {
      await open();
      await choose('各单位项目汇总.xlsx', officeLedger());
      await read();
      const [sheet] = readBook(await take('标注'), '回.xlsx').sheets;
      const last = sheet?.rows.map((row) => row.at(-1)?.text ?? '') ?? [];
      expect(last.filter((words) => words.startsWith('导入说明'))).toHaveLength(1);
      expect(last.filter((words) => words.startsWith('已读入'))).toHaveLength(6);
      expect(last.some((words) => words.includes('小计'))).toBe(true);
    });

    it('says in words what it cannot read', async () => {
      await open();
      await choose('甲.docx', new Uint8Array([1, 2, 3]));
      await status(/能导入的是 .xls/);
      await choose('乙.csv', new TextEncoder().encode('甲,乙\n1,2\n'));
      await status(/没有找到列名一行/);
      expect(await page.isVisible('#import-result')).toBe(false);
    });

    it('has no accessibility fault that axe finds, with a ledger open, on a phone', async () => {
      await open(360);
      await choose('各单位项目汇总.xlsx', officeLedger());
      await read();
      await page.addScriptTag({ content: AXE });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string }[] }> };
        };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });
}
