/** What all pages share that answer while the reader types. */

/** Waiting time after a key before searching, in milliseconds. */
const PAUSE = 160;

/** What a page does while the reader types. */
export interface Typing {
  /** After every change. */
  readonly changed?: () => void;
  /** When the keys rest. */
  readonly rested: () => void;
  /** Enter or the button of the form. Without it the form is left alone. */
  readonly submitted?: () => void;
}

/** Follows what is typed into a box. */
export function followTyping(
  input: HTMLInputElement | HTMLTextAreaElement,
  { changed, rested, submitted }: Typing,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = (): void => {
    changed?.();
    clearTimeout(timer);
    timer = setTimeout(rested, PAUSE);
  };
  // While an input method composes, the text is pinyin that nobody means; the end of composition searches.
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  if (!submitted) return;
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    submitted();
  });
}

/** How a question enters the history: as a step to go back from, or in place of the present one. */
export type HistoryStep = 'push' | 'replace';

/** Lets the page's address end with this text, '' or `?…`. */
export function writeAddress(question: string, step: HistoryStep): void {
  history[`${step}State`](null, '', location.pathname + question);
}

/** Numbers questions; each call gives a test whether no other was asked since, so that a late answer is dropped. */
export function newestOnly(): () => () => boolean {
  let newest = 0;
  return () => {
    const mine = ++newest;
    return () => mine === newest;
  };
}
