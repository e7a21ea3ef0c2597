/** What a person does on the form, heard once for all boxes. Nothing is heard while an input method composes. */
import { isTable } from '../../../declare/pasted-table.ts';
import type { Keeping } from './draft-store.ts';
import { addRow, removeRow } from './rows.ts';

/** A shorter text is no plan. */
const LONG_PASTE = 120;

export interface Heard {
  readonly typed: (target: EventTarget | null) => void;
  /** A long text was pasted. */
  readonly pasted: (box: HTMLTextAreaElement) => void;
  readonly composes: (composing: boolean) => void;
  /** A button is held down, or let go. */
  readonly presses: (now: boolean) => void;
  readonly keeps: (where: Keeping) => void;
  /** A field or part is left. */
  readonly leaves: (place: Element) => void;
  readonly next: () => void;
  readonly anyway: () => void;
  readonly back: () => void;
  /** A row was added. */
  readonly rows: () => void;
  /** Rows were taken away, or filled by a paste. */
  readonly changed: () => void;
}

export function listen(form: HTMLFormElement, heard: Heard): void {
  window.addEventListener('pointerdown', () => heard.presses(true));
  // The list of a select and a menu swallow the release: whatever comes next says that the button is up.
  for (const type of ['pointerup', 'pointercancel', 'keydown', 'change', 'blur'])
    window.addEventListener(type, () => heard.presses(false));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('compositionstart', () => heard.composes(true));
  form.addEventListener('compositionend', ({ target }) => {
    heard.composes(false);
    heard.typed(target);
  });
  form.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.name === 'keep')
      heard.keeps(target.value === 'here' ? 'here' : 'tab');
    else heard.typed(target);
    const long = target instanceof HTMLTextAreaElement && target.value.length >= LONG_PASTE;
    if (long && (event as InputEvent).inputType === 'insertFromPaste') heard.pasted(target);
  });
  form.addEventListener('focusout', ({ target }) => {
    const place = target instanceof Element ? target.closest('[data-part], [data-field]') : null;
    if (place) heard.leaves(place);
  });
  form.addEventListener('paste', (event) => {
    const { target: box, clipboardData } = event;
    const text = clipboardData?.getData('text/plain') ?? '';
    if (!isBox(box) || !box.closest('[data-list]') || !isTable(text, box instanceof HTMLInputElement)) return;
    event.preventDefault();
    void import('./paste-rows.ts')
      .then(({ fillRows }) => fillRows(box, text))
      // Without the script the text is pasted as it is: nothing is lost.
      .catch(() => box.setRangeText(text))
      .then(() => {
        heard.rows();
        heard.changed();
      });
  });
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) pressed(button, heard);
  });
}

function isBox(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function pressed(button: HTMLButtonElement, heard: Heard): void {
  if (button.matches('[data-next]')) heard.next();
  if (button.matches('[data-anyway]')) heard.anyway();
  if (button.matches('[data-back]')) heard.back();
  if (button.matches('[data-add]')) {
    const list = button.closest<HTMLElement>('[data-list]');
    const row = list ? addRow(list) : undefined;
    heard.rows();
    row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }
  if (button.matches('[data-remove]')) {
    const row = button.closest<HTMLElement>('[data-row]');
    if (row) removeRow(row)?.focus();
    heard.changed();
  }
}

/** A place with the rows and fields around it. */
export function around(place: Element): readonly Element[] {
  const outer = place.parentElement?.closest('[data-part], [data-row], [data-field]');
  return outer ? [place, ...around(outer)] : [place];
}
