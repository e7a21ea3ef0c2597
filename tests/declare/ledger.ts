import { describe, expect, it } from 'vitest';
import { errorsIn, LONG, place, REPOSITORY, withClerk } from '../support/declare-place.ts';
import { forward, startGitHub } from '../support/emulated-github.ts';
import { AXE, faultsOf } from './page.ts';

const LEDGER = {
  name: '街道台账.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`项目名称,单位,总投资（万元）,建成时间
智慧菜场,示例街道办事处,36.5,2019年6月
电子巡更,示例街道办事处,12,2020年3月
`),
};

/** 台账导入: the drafts of a ledger reach the registry. */
export function ledgerStories(): void {
  describe.concurrent('the drafts of a ledger', { timeout: LONG }, () => {
    it(
      'go as one request, once only, and none that is filed already',
      withClerk(async ({ page, context }) => {
        const hub = await startGitHub(REPOSITORY, ['dsj', 'clerk']);
        await forward(context, 'https://api.github.com', hub);
        const open = async (): Promise<void> => {
          await page.goto(new URL('/import/', place().site.url).href);
          await page.setInputFiles('#ledger', LEDGER);
          await page.locator('#import-result:not([hidden])').waitFor();
          await page.click('#send-ledger > summary');
        };
        await open();
        await page.getByText('2 份草稿').waitFor();
        expect(await page.getAttribute('#send-units a', 'href')).toContain(`${REPOSITORY}/upload/main/`);
        await page.click('#open-request');
        expect(await page.textContent('#token-said')).toContain('填写访问令牌');
        for (const time of ['first', 'again']) {
          await page.fill('#token', hub.tokenOf('clerk'));
          await page.click('#open-request');
          if (time === 'again') await page.waitForFunction(() => !document.querySelector('#request-state a'));
          await page.getByText('打开送件单').waitFor();
        }
        type Pull = { head: { ref: string }; title: string; body: string };
        const [pull, ...others] = (await hub.get('/pulls?state=open')) as Pull[];
        expect(others).toEqual([]);
        expect(pull?.title).toBe('台账导入：街道台账（2 份待补全的备案草稿）');
        expect(pull?.body).toContain('台账导入页');
        const ref = pull?.head.ref ?? '';
        expect(ref).toMatch(/^filing\/taizhang\/jie-dao-tai-zhang-/);
        const folder = `/contents/registry/projects/shili?ref=${ref}`;
        const files = ((await hub.get(folder, 'clerk')) as { path: string }[]).map(({ path }) => path);
        expect(files).toHaveLength(2);
        for (const path of files) {
          const kept = (await hub.get(`/contents/${path}?ref=${ref}`, 'clerk')) as { content: string };
          expect(errorsIn(path.replace(/^registry\//, ''), Buffer.from(kept.content, 'base64'))).toEqual([]);
        }
        await page.evaluate(AXE);
        expect(await faultsOf(page, 'sent')).toEqual([]);
        await context.route('**/import/settings.json', async (route) => {
          const response = await route.fetch();
          const filed = files.map((path) => path.replace(/^registry\//, ''));
          await route.fulfill({ response, json: { ...(await response.json()), filed } });
        });
        await open();
        await page.getByText('没有能送的草稿').waitFor();
        await hub.close();
      }),
    );
  });
}
