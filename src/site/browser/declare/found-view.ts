/** Findings beside their boxes, in the words of the check, and the summary on top of a screen. */
import type { Finding, Severity } from '../../../text/finding.ts';
import { make } from '../elements.ts';
import { child } from './boxes.ts';
import { boxIn, placeOf } from './places.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: '必改', judgement: '请判断', warning: '提醒' };
const NOT_FILLED = new Set(['field-missing', 'field-expected']);

/** Whether something is merely not filled in yet. */
export function isOpen({ rule }: Finding): boolean {
  return NOT_FILLED.has(rule);
}

/** A finding with the place on the form where it is shown. */
export interface Placed {
  readonly finding: Finding;
  readonly place: HTMLElement | undefined;
  /** The name of the screen. */
  readonly screen: string | undefined;
}

/** Fields that have no boxes of the usual kind, and their screens. */
const OTHER_SCREENS: Readonly<Record<string, string>> = { 查重说明: 'similar', 联系方式: 'contact' };

/** Finds the place of each finding. */
export function placed(form: HTMLElement, findings: readonly Finding[]): readonly Placed[] {
  return findings.map((finding) => {
    // What stands in the text itself has no path, but its message begins with the field.
    const place = placeOf(form, finding.field || (finding.message.split('：')[0] ?? ''));
    const screen = place?.closest<HTMLElement>('[data-screen]')?.dataset.screen;
    return {
      finding,
      place,
      screen: screen ?? OTHER_SCREENS[finding.field.split('[')[0] ?? ''],
    };
  });
}

/**
 * Shows beside the boxes what was found, where it is time to say it: of a box that somebody has left, or on a screen
 * whose end was reached. Texts that did not change are not touched, so that nothing is read out twice.
 */
export function showBeside(
  form: HTMLElement,
  found: readonly Placed[],
  isTime: (one: Placed) => boolean,
): void {
  const by = new Map<HTMLElement, Placed[]>();
  for (const one of found) {
    if (!one.place || !isTime(one)) continue;
    by.set(one.place, [...(by.get(one.place) ?? []), one]);
  }
  // Where nothing was said and nothing is found there is nothing to do: most boxes, at every key.
  const before = form.querySelectorAll<HTMLElement>('[data-said][data-text]:not([data-text=""])');
  const now = [...by.keys()].flatMap((place) => saidOf(place) ?? []);
  for (const said of new Set([...before, ...now])) {
    const place = said.closest<HTMLElement>('[data-part], [data-field]');
    const mine = place ? (by.get(place) ?? []) : [];
    const rows = place
      ? [...by].filter(([one]) => one.matches('[data-row]') && one.closest('[data-field]') === place)
      : [];
    showIn(said, place, [...mine, ...rows.flatMap(([, list]) => list)]);
  }
}

/** Where something is said of a place; a row has it at its field. */
function saidOf(place: HTMLElement): HTMLElement | undefined {
  const holder = place.matches('[data-row]') ? place.closest<HTMLElement>('[data-field]') : place;
  return holder ? child(holder, '[data-said]') : undefined;
}

function showIn(said: HTMLElement, place: HTMLElement | null, found: readonly Placed[]): void {
  const lines = found.map(({ finding }) => `${WORDS[finding.severity]} ${sentence(finding)}`);
  const text = lines.join('\n');
  if (said.dataset.text === text) return;
  const wrong = found.some(({ finding }) => finding.severity === 'error');
  said.dataset.text = text;
  said.replaceChildren(...found.map(({ finding }) => findingLine(finding)));
  said.hidden = found.length === 0;
  place?.classList.toggle('wrong', wrong);
  for (const box of place?.querySelectorAll('input, select, textarea') ?? []) {
    if (box.closest('[data-part], [data-field]') !== place) continue;
    if (wrong) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
  }
}

/** A finding with the word for its weight before it. */
export function findingLine(finding: Finding): HTMLElement {
  return make('span', { class: `said-${finding.severity}` }, [
    make('b', {}, [isOpen(finding) ? '还没有填' : WORDS[finding.severity]]),
    ` ${sentence(finding)}`,
  ]);
}

/** The message with its repair, as in the reports. A missing box says by itself what to do. */
export function sentence(finding: Finding): string {
  const { message, fix } = finding;
  return isOpen(finding) ? message : `${message} ${plainFix(fix)}`.trimEnd();
}

/** 「资金预算: 100」 is how the file writes it; on the form the label stands above the box already. */
const IN_FILE = /「[^「」：:\n]{1,20}: ([^「」\n]+)」/g;
/** 「例如：」 and one line of the file under it. */
const ONE_EXAMPLE = /^例如：\n[^\n:]{1,20}: ([^\n]+)$/;

/** A repair in the words of the form: the notation of the file reads badly there. '' where it has only an example in several lines. */
export function plainFix(fix: string): string {
  const example = ONE_EXAMPLE.exec(fix)?.[1];
  if (example !== undefined) return `例如「${example}」。`;
  const first = fix.split('\n')[0] ?? '';
  const said = fix.includes('\n') ? first.replace(/[，,]?例如[：:]?$/, '') : first;
  const plain = said.replace(IN_FILE, '「$1」');
  return plain === '' || /[。」）]$/.test(plain) ? plain : `${plain}。`;
}

/** The summary on top of a screen: each line leads to its box. Gives whether there is anything. */
export function showSummary(screen: HTMLElement, found: readonly Placed[]): boolean {
  const summary = screen.querySelector<HTMLElement>('[data-summary]');
  const title = screen.querySelector<HTMLElement>('[data-summary-title]');
  const list = screen.querySelector<HTMLElement>('[data-summary-list]');
  if (!summary || !title || !list) return false;
  summary.hidden = found.length === 0;
  // Drawn anew only where it says something new: somebody may stand on one of its lines.
  const words = found.map(({ finding }) => finding.message).join('\n');
  if (list.dataset.text === words) return found.length > 0;
  list.dataset.text = words;
  title.textContent = `这一步还有 ${found.length} 处要改`;
  list.replaceChildren(...found.map(summaryLine));
  return found.length > 0;
}

/** One line that leads to a box. */
export function summaryLine({ finding, place }: Placed): HTMLLIElement {
  if (!place) return make('li', {}, [sentence(finding)]);
  const link = make('a', { href: `#${place.closest<HTMLElement>('[data-screen]')?.dataset.screen ?? ''}` }, [
    finding.message,
  ]);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    link.dispatchEvent(new CustomEvent('declare-goto', { bubbles: true, detail: place }));
  });
  return make('li', {}, [link]);
}

/** Leads the focus to a place on the open screen, unfolding what hides it. */
export function focusPlace(place: HTMLElement): void {
  const folded = place.closest('details');
  if (folded) folded.open = true;
  const box = boxIn(place);
  box.focus();
  place.scrollIntoView({ block: 'center' });
}
