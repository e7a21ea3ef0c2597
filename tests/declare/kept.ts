import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Story } from '../support/declare-form.ts';
import { address, Clerk, LONG, place, withClerk } from '../support/declare-place.ts';
import { STORIES } from '../support/declare-stories.ts';

const FIRST = STORIES['6.1'] as Story;

/** Takes a browser's storages away, or lets nothing more into them. */
function spoilStorage(kind: string): void {
  const refuse = (): never => {
    throw new DOMException(kind, 'SecurityError');
  };
  if (kind === 'full') Storage.prototype.setItem = refuse;
  else
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: refuse });
}

/** The answers of the one draft that is kept on this computer. */
function keptAnswers(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('declare-draft:')) ?? '';
    return JSON.parse(localStorage.getItem(key) ?? '{}').answers;
  });
}

/** Nothing that was written is lost. */
export function keptStories(): void {
  describe.concurrent('what is written', { timeout: LONG }, () => {
    it(
      'comes back with its changes after the tab was killed in the middle',
      withClerk(async (clerk) => {
        await clerk.form.open(address());
        await clerk.form.begin(FIRST.start);
        await clerk.form.onward('project');
        await clerk.form.fill(FIRST, 'project');
        await clerk.form.onward('basics');
        await clerk.page.fill('#f-effect', '写到一半');
        await clerk.form.settled();
        const client = await clerk.context.newCDPSession(clerk.page);
        client.send('Page.crash').catch(() => undefined);
        await clerk.page.waitForEvent('crash');
        await clerk.page.close();
        const form = await clerk.newTab();
        await form.open(address());
        await form.page.waitForSelector('#restored:not([hidden])');
        const told = await form.page.textContent('#restored');
        expect(told).toContain('上次没有正常关闭');
        expect(told).toContain('写到一半');
        expect(await form.page.inputValue('#f-effect')).toBe('写到一半');
        expect(await form.page.evaluate(() => location.hash)).toBe('#basics');
      }),
    );

    it(
      'goes to another computer as a file, and back to an earlier state',
      withClerk(async ({ form, page }) => {
        await form.open(address());
        await form.begin((STORIES['6.2'] as Story).start, 'tab');
        await form.onward('project');
        await form.fill(STORIES['6.2'] as Story, 'project');
        await form.onward('basics');
        await page.click('[data-screen=basics] [data-back]');
        await page.fill('#f-name', '改过的名称平台');
        await form.onward('basics');
        const { name, bytes } = await form.download('#export-draft', place().scratch);
        expect(name).toBe('草稿-改过的名称平台.json');
        const other = await Clerk.sits();
        await other.form.open(address());
        await other.page.click('#open-file summary');
        await other.page.setInputFiles('#open-input', { name, mimeType: 'application/json', buffer: bytes });
        await other.form.screen('basics').waitFor();
        expect(await other.page.inputValue('#f-name')).toBe('改过的名称平台');
        await other.context.close();
        await page.click('#show-versions');
        const older = page.locator('#versions-list li', { hasText: '换回这一版' }).last();
        await older.getByText('看和现在有什么不同').click();
        await older.locator('table').waitFor();
        expect(await older.textContent()).toContain('改过的名称平台');
        expect(await page.evaluate(() => localStorage.length)).toBe(0);
      }),
    );

    it(
      'is opened in one tab at a time',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await form.open(address());
        await form.begin(FIRST.start);
        await form.onward('project');
        await page.fill('#f-name', '井盖感知平台');
        await form.settled();
        const second = await clerk.newTab();
        await second.open(address());
        const told = /「井盖感知平台」正在另一个标签页里填/;
        expect(await second.page.textContent('#drafts-said')).toMatch(told);
        expect(await second.page.inputValue('#f-name')).toBe('');
        await second.page.getByRole('button', { name: '继续填「井盖感知平台」' }).click();
        expect(await second.page.inputValue('#f-name')).toBe('');
        await page.close();
        await second.page.getByRole('button', { name: '继续填「井盖感知平台」' }).click();
        await second.screen('project').waitFor();
        expect(await second.page.inputValue('#f-name')).toBe('井盖感知平台');
      }),
    );

    it.each(['forbidden', 'full'])('goes on where the storage is %s, and says so', (how) =>
      withClerk(async ({ form, page, context }) => {
        await context.addInitScript(spoilStorage, how);
        await form.open(address());
        await form.begin(FIRST.start);
        await form.onward('project');
        await page.fill('#f-name', '井盖感知平台');
        await page.waitForFunction(() => document.getElementById('saved')?.textContent !== '');
        expect(await page.textContent('#saved')).toContain('离开以前点「导出草稿」');
        const { name } = await form.download('#export-draft', place().scratch);
        expect(name).toBe('草稿-井盖感知平台.json');
      })(),
    );

    it(
      'says so when the storage fills up half-way, keeps what was kept, and goes on',
      withClerk(async ({ form, page }) => {
        await form.open(address());
        await form.begin(FIRST.start);
        await form.onward('project');
        await page.fill('#f-name', '井盖感知平台');
        await form.settled();
        await page.evaluate(spoilStorage, 'full');
        await page.fill('#f-name', '井盖感知平台二期');
        await page.getByText('离开以前点「导出草稿」').waitFor();
        expect(await keptAnswers(page)).toMatchObject({ 项目名称: '井盖感知平台' });
        const { bytes } = await form.download('#export-draft', place().scratch);
        expect(bytes.toString('utf8')).toContain('井盖感知平台二期');
      }),
    );

    it(
      'survives a reload while something is being sealed, and is sealed afterwards',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await clerk.brings(FIRST, 'contact');
        await page.fill('[data-contact="项目负责人"] input', '甄测试');
        await page.evaluate(() => {
          document.querySelector<HTMLElement>('[data-screen=contact] [data-next]')?.click();
          location.reload();
        });
        await page.waitForSelector('#declare:not([hidden])');
        expect(await page.inputValue('#f-name')).toBe(FIRST.screens.project?.项目名称);
        expect(await clerk.stored()).not.toContain('甄测试');
        await clerk.goesToScreen('contact');
        if (await page.isHidden('#contact-again')) {
          await page.fill('[data-contact="项目负责人"] input', '甄测试');
          await form.onward('money');
        }
        await clerk.goesToScreen('send');
        await clerk.sends();
        const { bytes } = await form.download('#download-file', place().scratch);
        expect(bytes.toString('utf8')).toContain('BEGIN AGE');
      }),
    );

    it(
      'is left alone while an input method composes',
      withClerk(async ({ form, page, context }) => {
        await form.open(address());
        await form.begin(['街道办事处', '已建成', '是']);
        await form.onward('project');
        await page.focus('#f-name');
        await page.evaluate(() => {
          const heard: string[] = [];
          for (const type of ['compositionstart', 'compositionend'])
            document.addEventListener(type, () => heard.push(type));
          Object.assign(globalThis, { heard, box: document.getElementById('f-name') });
        });
        const client = await context.newCDPSession(page);
        for (const text of ['ji', 'jing', 'jing gai'])
          await client.send('Input.imeSetComposition', {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        await page.keyboard.press('Enter');
        await page.waitForTimeout(500);
        expect(await page.inputValue('#f-name')).toContain('jing');
        expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('jing gai');
        await client.send('Input.insertText', { text: '井盖感知平台' });
        await form.settled();
        const state = await page.evaluate(() => {
          const { heard, box } = globalThis as unknown as { heard: string[]; box: HTMLInputElement };
          return { heard, same: box === document.getElementById('f-name'), value: box.value };
        });
        expect(state.same).toBe(true);
        expect(state.heard).toContain('compositionstart');
        expect(state.value).toContain('井盖感知平台');
        expect((await keptAnswers(page)).项目名称).toContain('井盖感知平台');
      }),
    );

    it(
      'takes rows pasted from a table as rows, and loses no cell',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await clerk.brings(FIRST, 'functions');
        const paste = (selector: string, text: string): Promise<void> =>
          page.locator(selector).evaluate((box, words) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', words);
            (box as HTMLElement).focus();
            box.dispatchEvent(
              new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
            );
          }, text);
        const names = '[data-field="功能清单"] [data-part="名称"] input';
        await paste(`${names} >> nth=0`, '1\t井盖感知\t移位告警\r\n2\t积水监测\t\r\n3\t抢险调度\t派单\r\n');
        await page.getByText('粘贴的表格分成了 3 项').waitFor();
        await clerk.goesToScreen('money');
        await form.field('资金来源').locator('[data-add]').click();
        const money = '[data-field="资金来源"] [data-part="来源"] select';
        await page.selectOption(`${money} >> nth=1`, '社会资金');
        await paste('[data-field="资金来源"] [data-part="金额"] input >> nth=0', '60\t2026 年预算\t已到位\n');
        await form.settled();
        const { 功能清单: functions, 资金来源: sources } = await keptAnswers(page);
        expect(functions).toEqual([
          { 名称: '井盖感知', 说明: '移位告警' },
          // What stood there before is not written over with nothing.
          { 名称: '积水深度监测', 说明: '超过限值自动告警' },
          { 名称: '积水监测' },
          { 名称: '抢险调度', 说明: '派单' },
        ]);
        expect(sources).toEqual([
          { 来源: '区级财政', 金额: '60', 说明: '2026 年预算，已到位' },
          { 来源: '社会资金' },
        ]);
      }),
    );

    it(
      'parts a whole plan that was pasted into one box, on her word, and gives it back whole',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await form.open(address());
        await form.begin(FIRST.start);
        await form.onward('project');
        await clerk.goesToScreen('content');
        await page.fill('#f-scale', '已经写好的规模。');
        const plan = [
          '一、项目概况\n辖区路面塌陷和积水靠人工巡查，发现得晚，报到街道往往已经过去半天，居民意见大。',
          '二、建设内容\n（一）井盖状态感知\n移位告警。\n（二）积水监测\n超过限值派单，值班人员处置以后回填结果。',
          '三、建设规模\n覆盖 8 条道路。',
          '四、进度安排\n分采购、安装、试运行三步。',
        ].join('\n');
        await page.locator('#f-overview').evaluate((box, text) => {
          (box as HTMLTextAreaElement).value = text;
          box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        }, plan);
        await page.getByText('粘贴的内容里有「项目概况」「建设内容」「进度安排」的小标题').waitFor();
        await page.click('#plan-split');
        await form.settled();
        const kept = await keptAnswers(page);
        expect(kept.项目概况).toMatch(/^辖区路面塌陷.*居民意见大。$/);
        expect(kept.建设内容).toMatch(/^（一）井盖状态感知[\s\S]*回填结果。$/);
        expect(kept.建设规模).toBe('已经写好的规模。');
        expect(kept.进度安排).toBe('分采购、安装、试运行三步。');
        await page.click('#show-versions');
        await page.getByText('换回这一版').first().click();
        expect(await page.inputValue('#f-overview')).toBe(plan);
      }),
    );

    it(
      'keeps every line that is pasted from Word',
      withClerk(async ({ form, page }) => {
        await form.open(address());
        await form.begin(['街道办事处', '已建成', '是']);
        await form.onward('project');
        const pasted = '一、现状\r\n\r\n\r\n二、问题\r\n# 不是标题\r\n---\r\n三、依据';
        await page.evaluate((text) => {
          location.hash = 'content';
          const box = document.getElementById('f-overview') as HTMLTextAreaElement;
          box.focus();
          box.setRangeText(text, 0, 0, 'end');
          box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        }, pasted);
        await form.settled();
        expect((await keptAnswers(page)).项目概况).toBe(pasted.replaceAll('\r\n', '\n'));
      }),
    );
  });
}
