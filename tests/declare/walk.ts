import { describe, expect, it } from 'vitest';
import type { Story } from '../support/declare-form.ts';
import { errorsIn, LONG, place, SCREENS, withClerk } from '../support/declare-place.ts';
import { STORIES } from '../support/declare-stories.ts';
import { KeyboardClerk } from '../support/keyboard-clerk.ts';

/** The ways through the form: by keyboard, and by the browser's own buttons. */
export function walkStories(): void {
  describe.concurrent('the way through', { timeout: LONG }, () => {
    it(
      'leads from the first page of the site to the downloaded file by keyboard alone',
      withClerk(async (clerk) => {
        const { page } = clerk;
        const story = STORIES['6.4 非财政'] as Story;
        await page.goto(place().site.url);
        const keys = new KeyboardClerk(page, story);
        await keys.stopAt('我要申报');
        await keys.press('Enter');
        await page.waitForSelector('#declare:not([hidden])');
        for (const name of ['start', ...SCREENS]) await keys.screen(name);
        await clerk.sends();
        await keys.stopAt('下载项目文件');
        const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
        const bytes = await download.createReadStream().then(async (stream) => {
          const pieces: Buffer[] = [];
          for await (const piece of stream) pieces.push(piece as Buffer);
          return Buffer.concat(pieces);
        });
        expect(errorsIn(await clerk.path(), new Uint8Array(bytes))).toEqual([]);
      }),
    );

    it(
      'names each step in the title, and is gone back and forth with the browser’s own buttons',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await clerk.brings(STORIES['6.1'] as Story, 'project');
        const titles: string[] = [];
        for (const name of SCREENS) {
          titles.push(await page.title());
          // On a phone a new step begins where its reader looks.
          const heading = await page.locator(`#screen-${name}-title`).boundingBox();
          expect(heading?.y).toBeLessThan(370);
          if (name !== 'review') await form.onward(SCREENS[SCREENS.indexOf(name) + 1] ?? 'send');
        }
        expect(new Set(titles).size).toBe(SCREENS.length);
        expect(titles[0]).toContain('第 2 步／共 12 步');
        for (const name of SCREENS.toReversed().slice(1)) {
          await page.goBack();
          await form.screen(name).waitFor();
          expect(await page.evaluate(() => document.activeElement?.id)).toBe(`screen-${name}-title`);
        }
        expect(await page.inputValue('#f-name')).toBe(STORIES['6.1']?.screens.project?.项目名称);
        await page.goForward();
        await form.screen('basics').waitFor();
        // Out of the form and back again: the draft is there.
        await page.goto(place().site.url);
        await page.goBack();
        await page.waitForSelector('#declare:not([hidden])');
        expect(await page.inputValue('#f-effect')).toBe(STORIES['6.1']?.screens.basics?.项目预期效果);
      }),
    );
  });
}
