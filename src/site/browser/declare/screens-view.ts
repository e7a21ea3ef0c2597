/** One screen at a time, by the name behind the # of the address, so that the browser's own buttons work. */
import { screensOf } from '../../../declare/screens.ts';
import type { Placed } from './found-view.ts';

export interface ScreensView {
  current(): string;
  /** Goes to a screen; a step back in the browser leads here again. */
  go(name: string): void;
  next(): string | undefined;
  back(): string | undefined;
  /** Marks the steps: how many places there are still to mend. */
  mark(found: readonly Placed[], seen: readonly string[]): void;
}

/** Follows the address. `isFiled` tells whether the steps of a registered filing are among them. */
export function takeScreens(
  form: HTMLElement,
  isFiled: () => boolean,
  shown: (name: string, screen: HTMLElement) => void,
): ScreensView {
  const all = [...form.querySelectorAll<HTMLElement>('[data-screen]')];
  const names = (): string[] => screensOf(isFiled()).map(({ name }) => name);
  /** As the page came: the steps are named before it, in the list of tabs and in the browser's history. */
  const pageTitle = document.title;
  let current = '';

  function show(name: string, focus: boolean): void {
    const known = names().includes(name) ? name : 'start';
    const changed = current !== known;
    current = known;
    for (const screen of all) screen.hidden = screen.dataset.screen !== known;
    const screen = all.find(({ dataset }) => dataset.screen === known);
    if (!screen) return;
    const order = names();
    const place = screen.querySelector('[data-place]');
    const step = `第 ${order.indexOf(known) + 1} 步／共 ${order.length} 步`;
    if (place) place.textContent = step;
    document.title = `${screen.querySelector('h2')?.textContent ?? ''}（${step}）- ${pageTitle}`;
    const back = screen.querySelector<HTMLElement>('[data-back]');
    if (back) back.hidden = order.indexOf(known) === 0;
    shown(known, screen);
    if (changed && focus) {
      // The first begins with the page, whose words say what this is.
      window.scrollTo(0, known === order[0] ? 0 : topOf(screen));
      screen.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }

  const named = (): string => decodeURIComponent(location.hash.slice(1));
  window.addEventListener('hashchange', () => show(named(), true));

  return {
    current: () => current,
    go: (name) => {
      if (named() === name) show(name, true);
      else location.hash = name;
    },
    next: () => names()[names().indexOf(current) + 1],
    back: () => names()[names().indexOf(current) - 1],
    mark: (found, seen) => {
      const order = names();
      for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
        const name = step.dataset.step ?? '';
        step.hidden = !order.includes(name);
        const wrong = found.filter((one) => one.screen === name && one.finding.severity === 'error').length;
        const state = step.querySelector('[data-step-state]');
        const words = !seen.includes(name) ? '' : wrong > 0 ? `还有 ${wrong} 处要改` : '填好了';
        if (state && state.textContent !== words) state.textContent = words;
      }
    },
  };
}

/** On a phone, and at 200 %, what stands above the steps fills the window: then a new step begins at its own top. */
function topOf(screen: HTMLElement): number {
  const top = screen.getBoundingClientRect().top + window.scrollY;
  return top > window.innerHeight / 2 ? top : 0;
}
