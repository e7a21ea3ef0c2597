import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { readParcel } from '../../src/declare/parcel.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { unsealContact } from '../../src/sealing/contact.ts';
import type { Story } from '../support/declare-form.ts';
import { address, Clerk, errorsIn, LONG, PERSON, place, today, withClerk } from '../support/declare-place.ts';
import { STORIES } from '../support/declare-stories.ts';

/** Names and phones leave the page sealed only. */
export function personalStories(): void {
  describe.concurrent('what is personal', { timeout: LONG }, () => {
    it(
      'leaves the page sealed only: not in the file, in storage or in any request',
      withClerk(async (clerk) => {
        const { form, page, asked } = clerk;
        const { site, keys, scratch } = place();
        await clerk.file(STORIES['6.3'] as Story, async (screen) => {
          if (screen !== 'contact') return;
          await page.fill('[data-contact="项目负责人"] input', PERSON.name);
          await page.fill('[data-contact="联系电话"] input', PERSON.phone);
        });
        const path = await clerk.path();
        const { bytes } = await form.download('#download-office', scratch);
        const text = bytes.toString('utf8');
        expect(errorsIn(path, bytes)).toEqual([]);
        const block =
          /-----BEGIN AGE[\s\S]+?END AGE ENCRYPTED FILE-----/.exec(text)?.[0].replace(/^ +/gm, '') ?? '';
        const id = path.replace(/^projects\/|\.md$/g, '');
        const opened = await unsealContact(block, id, [keys.privateKey]);
        expect(opened).toEqual({ ok: true, values: { 项目负责人: PERSON.name, 联系电话: PERSON.phone } });
        for (const where of [text, await clerk.stored(), ...asked, await page.content()])
          for (const word of Object.values(PERSON)) expect(where).not.toContain(word);
        await page.click('#finish');
        expect(await clerk.stored()).not.toMatch(/declare-(?:draft|versions)|井盖/);
        expect(asked.filter((one) => !one.startsWith(site.url) && !one.startsWith('blob:'))).toEqual([]);
      }),
    );

    it(
      'is sealed anew when the unit changes, for the office opens it under its name only',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        await clerk.brings(STORIES['6.3'] as Story, 'contact');
        await page.fill('[data-contact="项目负责人"] input', PERSON.name);
        await page.fill('[data-contact="邮箱"] input', '长'.repeat(400));
        await form.next();
        await page.locator('[data-contact="邮箱"] .said:not([hidden])').waitFor();
        expect(await page.textContent('[data-contact="邮箱"] .said')).toMatch(/^邮箱：/);
        expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^c-/);
        await page.fill('[data-contact="邮箱"] input', '');
        await form.onward('money');
        await clerk.goesToScreen('project');
        await page.fill('#unit-search', '');
        await page.locator('[name=unit]:not(:checked):visible').first().check();
        await form.onward('basics');
        await clerk.goesToScreen('contact');
        expect(await form.refused('contact')).toContain('联系方式：申报单位改过，以前加密的打不开了');
        await page.click('#contact-again');
        await page.fill('[data-contact="项目负责人"] input', PERSON.name);
        await form.onward('money');
      }),
    );

    it(
      'takes a sealed attachment along in one parcel',
      withClerk(async (clerk) => {
        const { form, page } = clerk;
        const { root, scratch } = place();
        await clerk.brings(STORIES['6.1'] as Story, 'papers');
        const row = form.field('附件').locator('[data-row]').first();
        await row.locator('input[value="密封附件"]').check();
        await row.locator('input[type=file]').setInputFiles({
          name: '方案.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7 方案'),
        });
        await row.getByText(/已加密：/).waitFor();
        await clerk.goesToScreen('send');
        await clerk.sends();
        // Still there after a reload, and on another computer.
        await page.reload();
        await page.waitForSelector('#send-ready:not([hidden])');
        const draft = await form.download('#export-draft', scratch);
        expect(draft.name).toMatch(/^草稿-.*\.zip$/);
        const elsewhere = await Clerk.sits();
        await elsewhere.form.open(address());
        await elsewhere.page.click('#open-file summary');
        await elsewhere.page.setInputFiles('#open-input', {
          ...draft,
          mimeType: 'application/zip',
          buffer: draft.bytes,
        });
        await elsewhere.page.waitForSelector('#send-ready:not([hidden])');
        const carried = await elsewhere.form.download('#download-office', scratch);
        await elsewhere.context.close();
        const { name, bytes } = await form.download('#download-office', scratch);
        expect(name).toMatch(/\.zip$/);
        expect(carried.bytes).toEqual(bytes);
        const parcel = readParcel(new Uint8Array(bytes));
        if ('fault' in parcel) throw new Error(parcel.fault);
        const [filing, sealed] = parcel;
        expect(sealed?.file).toMatch(/^projects\/shili\/[a-z0-9-]+\/[a-z0-9-]+\.pdf\.age$/);
        for (const one of parcel) {
          mkdirSync(join(root, one.file, '..'), { recursive: true });
          writeFileSync(join(root, one.file), one.bytes);
        }
        const { findings } = check(readRegistryFiles(root), {
          today: today(),
          only: new Set([filing?.file ?? '']),
        });
        for (const one of parcel) rmSync(join(root, one.file));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });
}
