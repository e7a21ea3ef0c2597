import { describe, expect, it } from 'vitest';
import type { Story } from '../support/declare-form.ts';
import { errorsIn, LONG, place, withClerk } from '../support/declare-place.ts';
import { SLIPS, STORIES } from '../support/declare-stories.ts';

/** The five routes of 第六条, from nothing to a file in the hand. */
export function filingStories(): void {
  describe.concurrent('filing in the browser', { timeout: LONG }, () => {
    it.each(Object.entries(STORIES))(
      'takes %s, five slips and their repairs included, to a file that check accepts',
      (_, story) =>
        withClerk(async (clerk) => {
          const { page, form } = clerk;
          const said: string[] = [];
          await clerk.file(story, async (screen) => {
            for (const slip of SLIPS.filter((one) => one.screen === screen)) {
              await form.put(form.field(slip.label), slip.wrong);
              expect(await form.refused(screen)).toMatch(slip.says);
              expect(await form.field(slip.label).locator('[aria-invalid]').count()).toBeGreaterThan(0);
              said.push(slip.label);
              const right = (story as Story).screens[screen]?.[slip.label];
              if (right !== undefined) await form.put(form.field(slip.label), right);
            }
          });
          expect(said).toHaveLength(SLIPS.length);
          expect(await page.isVisible('#send-ready')).toBe(true);
          const path = await clerk.path();
          const { name, bytes } = await form.download('#download-file', place().scratch);
          expect(path).toBe(`projects/${story.unit}/${name}`);
          expect(name).toMatch(/^shi-li-jie-dao-jing-gai-yu-ji-shui-gan-zhi-ping-[a-z-]*[2-9a-z]{4}\.md$/);
          expect(errorsIn(path, bytes)).toEqual([]);
        })(),
    );
  });
}
