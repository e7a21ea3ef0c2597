import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** What a clerk enters: a text, a choice, several ticks, parts by their labels, or rows. */
export type Entered = string | readonly string[] | EnteredParts | readonly EnteredParts[];
export interface EnteredParts {
  readonly [label: string]: Entered;
}

/** One filing as it is entered, screen by screen. */
export interface Story {
  readonly start: readonly [lead: string, stage: string, fiscal: string];
  readonly unit: string;
  readonly leadName?: string;
  readonly screens: Readonly<Record<string, Readonly<Record<string, Entered>>>>;
}

/** The form as its user sees it: a box is found by the label of its field. */
export class DeclareForm {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForSelector('#declare:not([hidden])');
  }

  /** Confirms, answers the three questions, says where drafts stay. */
  async begin([lead, stage, fiscal]: Story['start'], keep: 'here' | 'tab' = 'here'): Promise<void> {
    for (const [name, value] of [
      ['notSecret', 'true'],
      ['leadType', lead],
      ['stage', stage],
      ['fiscal', fiscal],
      ['keep', keep],
    ])
      await this.page.check(`[name=${name}][value="${value}"]`);
  }

  field(label: string): Locator {
    return this.page.locator(`[data-field="${label}"]`);
  }

  screen(name: string): Locator {
    return this.page.locator(`[data-screen="${name}"]`);
  }

  /** Enters what a story says of one screen. */
  async fill(story: Story, name: string): Promise<void> {
    await this.screen(name).evaluate((screen) => {
      for (const details of screen.querySelectorAll('details')) details.open = true;
    });
    if (name === 'project') {
      await this.page.fill('#unit-search', story.unit);
      await this.page.check(`[name=unit][value="${story.unit}"]`);
      if (story.leadName) await this.page.fill('#f-leadName', story.leadName);
    }
    for (const [label, entered] of Object.entries(story.screens[name] ?? {}))
      await this.put(this.field(label), entered);
  }

  /** Enters one answer. */
  async put(holder: Locator, entered: Entered): Promise<void> {
    const value = holder.locator(':scope > [data-value]');
    if ((await value.count()) > 0) return putValue(value, entered);
    const record = holder.locator(':scope > [data-record]');
    if ((await record.count()) > 0) return this.putParts(record, entered as EnteredParts);
    const list = holder.locator(':scope > [data-list]');
    const rows = list.locator(':scope > [data-rows] > [data-row]');
    for (const [at, row] of (entered as readonly EnteredParts[]).entries()) {
      while ((await rows.count()) <= at) await list.locator(':scope > [data-add]').click();
      await this.putParts(rows.nth(at), row);
    }
  }

  async putParts(record: Locator, entered: EnteredParts): Promise<void> {
    for (const [label, one] of Object.entries(entered))
      await this.put(
        record.locator(`:scope > [data-part="${label}"], :scope > .parts > [data-part="${label}"]`),
        one,
      );
  }

  async next(): Promise<void> {
    await this.page.locator('[data-screen]:not([hidden]) [data-next]').click();
  }

  /** Goes on and waits until the next screen is there. */
  async onward(to: string): Promise<void> {
    await this.next();
    await this.page.waitForFunction((name) => location.hash === `#${name}`, to);
    await this.screen(to).waitFor();
  }

  /** Goes on in vain: gives what the summary says. */
  async refused(name: string): Promise<string> {
    await this.next();
    const summary = this.screen(name).locator('[data-summary]:not([hidden])');
    await summary.waitFor();
    return (await summary.textContent()) ?? '';
  }

  /** Waits until what was typed last has been judged and kept. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(450);
    await this.page.waitForFunction(() =>
      /^已保存/.test(document.getElementById('saved')?.textContent ?? ''),
    );
  }

  async download(button: string, folder: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.click(button)]);
    const file = join(mkdtempSync(join(folder, 'download-')), 'file');
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: readFileSync(file) };
  }
}

async function putValue(value: Locator, entered: Entered): Promise<void> {
  const kind = await value.getAttribute('data-value');
  if (kind === 'radio') return value.locator(`input[value="${String(entered)}"]`).check();
  if (kind === 'ticks') {
    for (const word of entered as readonly string[]) await value.locator(`input[value="${word}"]`).check();
    return;
  }
  const isSelect = await value.evaluate((box) => box instanceof HTMLSelectElement);
  if (isSelect) await value.selectOption(String(entered));
  else await value.fill(String(entered));
}
