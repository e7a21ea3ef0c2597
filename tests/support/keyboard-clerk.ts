import type { Page } from 'playwright-core';
import type { Entered, EnteredParts, Story } from './declare-form.ts';

/** Where the focus is, as far as somebody at the keyboard has to know. */
interface Focused {
  readonly kind: 'radio' | 'checkbox' | 'select' | 'text' | 'add' | 'fold' | 'next' | 'other';
  readonly id: string;
  readonly value: string;
  readonly checked: boolean;
  /** The field, row and parts in which it stands. */
  readonly path: readonly string[];
  /** How many rows stand in the list; whether a fold is open. */
  readonly rows: number;
  readonly open: boolean;
}

/** More stops than any screen has. */
const MOST_STOPS = 160;
const MOST_CHOICES = 80;

/** Fills in the form with the keyboard alone: Tab from box to box, arrows in a choice, Space and Enter. */
export class KeyboardClerk {
  readonly page: Page;
  readonly story: Story;
  keys = 0;

  constructor(page: Page, story: Story) {
    this.page = page;
    this.story = story;
  }

  async press(key: string): Promise<void> {
    this.keys++;
    await this.page.keyboard.press(key);
  }

  /** Goes to the link or button with these words. */
  async stopAt(words: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.press('Tab');
      const told = await this.page.evaluate(() => document.activeElement?.textContent?.trim());
      if (told === words) return;
    }
    throw new Error(`「${words}」 is not reached by Tab`);
  }

  /** Fills in the open screen, and goes on to the next. */
  async screen(name: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.press('Tab');
      for (let more = true; more; ) more = await this.act(await this.focused(), name);
      const at = await this.page.evaluate(() => location.hash.slice(1));
      if (at !== name && !(name === 'start' && at === '')) return;
    }
    throw new Error(`The end of 「${name}」 is not reached by Tab`);
  }

  /** Does what is to be done at this stop; true when the focus has been led elsewhere and is looked at again. */
  private async act(at: Focused, screen: string): Promise<boolean> {
    const wanted = this.wanted(at, screen);
    if (at.kind === 'next') {
      await this.press('Enter');
      await this.page.waitForFunction((name) => location.hash !== `#${name}`, screen);
      await this.page.waitForFunction(() => document.activeElement?.tagName === 'H2');
      return false;
    }
    if (at.kind === 'fold' && !at.open) await this.press('Enter');
    if (at.kind === 'add' && Array.isArray(wanted) && wanted.length > at.rows) {
      await this.press('Enter');
      return true;
    }
    if (at.kind === 'radio' && typeof wanted === 'string') await this.choose(wanted);
    if (at.kind === 'checkbox' && Array.isArray(wanted) && wanted.includes(at.value) && !at.checked)
      await this.press('Space');
    if (at.kind === 'select' && typeof wanted === 'string') await this.choose(wanted);
    if (at.kind === 'text' && typeof wanted === 'string' && at.value !== wanted) {
      await this.press('Control+a');
      await this.page.keyboard.insertText(wanted);
    }
    return false;
  }

  /** Arrows lead through a choice; what is focused first is taken with Space. */
  private async choose(wanted: string): Promise<void> {
    for (let at = 0; at < MOST_CHOICES; at++) {
      const { value, checked, kind } = await this.focused();
      if (value === wanted && (checked || kind === 'select')) return;
      await this.press(value === wanted ? 'Space' : 'ArrowDown');
    }
    throw new Error(`「${wanted}」 is not reached by arrows`);
  }

  private wanted({ path, id }: Focused, screen: string): Entered | undefined {
    const [lead, stage, fiscal] = this.story.start;
    const first: Readonly<Record<string, string>> = {
      不涉密承诺: 'true',
      牵头主体类型: lead,
      建设阶段: stage,
      是否使用财政资金: fiscal,
      单位: this.story.unit,
      牵头主体名称: this.story.leadName ?? '',
    };
    if (id === 'unit-search') return this.story.unit;
    const [field = '', ...steps] = path;
    const all: Readonly<Record<string, Entered>> = { ...first, keep: 'tab', ...this.story.screens[screen] };
    return steps.reduce<Entered | undefined>(
      (entered, step) => (entered as Readonly<Record<string, Entered>> | EnteredParts | undefined)?.[step],
      all[field],
    );
  }

  private focused(): Promise<Focused> {
    return this.page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement;
      const path: string[] = [];
      for (let one: HTMLElement | null = at; one; one = one.parentElement) {
        const { field, part } = one.dataset;
        if (field ?? part) path.unshift(field ?? part ?? '');
        if (one.matches('[data-row]'))
          path.unshift(String([...(one.parentElement?.children ?? [])].indexOf(one)));
      }
      const kind = at.matches('[data-next]')
        ? 'next'
        : at.matches('[data-add]')
          ? 'add'
          : at.matches('.optional > summary')
            ? 'fold'
            : at.matches('select')
              ? 'select'
              : at.matches('input[type=radio], input[type=checkbox]')
                ? (at.type as 'radio')
                : at.matches('input:not([data-more], [data-ignore]), textarea, #unit-search')
                  ? 'text'
                  : 'other';
      return {
        kind,
        id: at.id,
        value: at.value ?? '',
        checked: at.checked === true,
        path: at.name === 'keep' ? ['keep'] : path,
        rows: at.closest('[data-list]')?.querySelectorAll('[data-row]').length ?? 0,
        open: at.parentElement?.hasAttribute('open') === true,
      } as const;
    });
  }
}
