/** Draws what was judged: which fields there are, what is said back, what is found and where. */
import type { Judged } from '../../../declare/judge.ts';
import type { App } from './app.ts';
import { focusPlace, isOpen, type Placed, placed, showBeside, showSummary } from './found-view.ts';
import { around } from './listen.ts';
import { placeOf } from './places.ts';
import { showReview } from './review-view.ts';
import type { ScreensView } from './screens-view.ts';
import { showEchoes, showFields, showParts } from './shown-view.ts';
import { showCardFindings } from './similar-view.ts';
import { showStart, type UnitView } from './start-view.ts';
import { showSum } from './sum-view.ts';

export interface Drawing {
  /** Draws now. */
  show(judged: Judged): void;
  /** Draws what was judged last, after the event at hand. */
  soon(): void;
  /** An input method composes, or a button is held: meanwhile nothing on the page moves. */
  hold(why: 'composing' | 'pressed', now: boolean): void;
  isHeld(): boolean;
  /** From now on what is wrong with this place is said. */
  left(place: Element): void;
  /** Shows on top of a screen what must be mended; gives whether there is anything. */
  summary(name: string): boolean;
}

interface Around {
  readonly form: HTMLElement;
  readonly app: () => App;
  readonly screens: () => ScreensView;
  readonly units: UnitView;
}

/** Boxes that the review lists under other names. */
const FIRST: Readonly<Record<string, string>> = {
  谁主导或牵头实施: '牵头主体类型',
  牵头主体: '单位',
  协调单位: '单位',
};

export function takeDrawing({ form, app, screens, units }: Around): Drawing {
  const leftPlaces = new WeakSet<Element>();
  const held = new Set<string>();
  let found: readonly Placed[] = [];

  function show(judged: Judged): void {
    const { answers, seen } = app().draft;
    showFields(form, judged);
    showParts(form);
    showStart(answers);
    units.update(answers, judged.route?.coordinator === true);
    showEchoes(form, judged, (name) => placeOf(form, name));
    showSum(judged);
    found = placed(form, judged.findings);
    showBeside(form, found, ({ finding, place, screen }) => {
      const late = screen !== undefined && seen.includes(screen);
      return late || (place !== undefined && leftPlaces.has(place) && !isOpen(finding));
    });
    showCardFindings(found.filter(({ screen }) => screen === 'similar').map(({ finding }) => finding));
    screens().mark(found, seen);
    const current = screens().current();
    if (current === 'review') showReview(app().review, found, goToField);
    const open = screenOf(current)?.querySelector<HTMLElement>('[data-summary]');
    if (open && !open.hidden) summary(current);
  }

  function screenOf(name: string): HTMLElement | null {
    return form.querySelector<HTMLElement>(`[data-screen="${name}"]`);
  }

  function summary(name: string): boolean {
    const screen = screenOf(name);
    const mend = found.filter((one) => one.screen === name && one.finding.severity === 'error');
    return screen !== null && showSummary(screen, mend);
  }

  function goToField(screen: string, label: string): void {
    const place = placeOf(form, label) ?? placeOf(form, FIRST[label] ?? '');
    screens().go(screen);
    setTimeout(() => place && focusPlace(place), 0);
  }

  function soon(): void {
    setTimeout(() => {
      const { judged } = app();
      if (judged && held.size === 0) show(judged);
    }, 0);
  }

  return {
    show,
    soon,
    summary,
    isHeld: () => held.size > 0,
    hold: (why, now) => {
      if (now) held.add(why);
      else if (held.delete(why)) soon();
    },
    left: (place) => {
      if (leftPlaces.has(place)) return;
      for (const one of around(place)) leftPlaces.add(one);
      soon();
    },
  };
}
