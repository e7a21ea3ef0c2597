import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { readFiling } from '../src/form/entry-fields.ts';
import { blankPaper, formPaper, type Paper, paperDocument } from '../src/papers/index.ts';

/** Papers as Chromium prints them: nothing leaves its cell or the sheet, and what is blank fits one sheet. */
const STYLE = readFileSync('src/styles/paper.css', 'utf8');
/** Width of the type area, mm; a CSS pixel is 1/96 inch. */
const TYPE_WIDTH = (156 / 25.4) * 96;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
}, 60_000);
afterAll(() => browser.close());

async function show(paper: Paper, width = TYPE_WIDTH): Promise<void> {
  await page.setViewportSize({ width: Math.round(width), height: 1_000 });
  await page.setContent(paperDocument(paper, STYLE));
}

/** Cells and the sheet out of which something hangs. */
const overflowing = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('td, th, main, p')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 30)}`),
  );

/** How many sheets it takes. */
async function sheets(): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const LONG = readFiling({
  表式: '申请表',
  项目名称:
    '郑州市金水区某某街道办事处辖区独居老人关爱服务与智能终端接入及异常预警和工单派发一体化综合管理服务平台建设项目',
  建设期限: { 起: '2026-06-01', 止: '2026-12-31' },
  项目预期效果: '覆盖辖区独居老人，异常情况有人响应。'.repeat(60),
  资金预算: '123456789.123456',
  资金来源: ['区级财政', '市级补助', '省级补助', '国家补助', '专项债', '社会资金'].map((来源) => ({
    来源,
    金额: '12345678.123456',
    说明: '某某专项资金管理办法规定的补助资金',
  })),
  建设内容: `${'建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。'.repeat(150)}\n\n${'x'.repeat(400)}\n\n| 名称 | 数量 | 说明 |\n| - | - | - |\n| 终端 | 1200 | ${'说明'.repeat(80)} |`,
});

describe('a paper on the printer', () => {
  it.each(['附件1', '附件2', '受理单', '备案回执', '审核意见'] as const)(
    'prints a blank %s on one sheet, with nothing beside its cell',
    async (kind) => {
      await show(blankPaper(kind));
      expect(await overflowing()).toEqual([]);
      expect(await sheets()).toBe(1);
    },
  );

  it('keeps the longest texts in their cells, over as many sheets as they take', async () => {
    const contacts = { 项目负责人: '某某', 联系电话: '0371-00000000', 邮箱: `${'a'.repeat(50)}@example.cn` };
    await show(formPaper('附件1', LONG, [], contacts));
    expect(await overflowing()).toEqual([]);
    expect(await sheets()).toBeGreaterThan(2);
  });

  it('keeps the opinions with their signatures, seals and days on one sheet', async () => {
    await show(formPaper('附件1', LONG));
    const avoided = await page.evaluate(() => {
      const row = document.querySelector('.paper-row-opinion');
      return row && getComputedStyle(row).breakInside;
    });
    expect(avoided).toBe('avoid');
  });

  it('fits a phone of 360 pixels on the screen', async () => {
    await page.emulateMedia({ media: 'screen' });
    await show(blankPaper('附件1'), 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: 'print' });
  });
});
