/** All answers before the end, each with a way back to its box; what is to be mended first, what is open folded. */
import type { ReviewPart, ReviewRow } from '../../../declare/review.ts';
import { byId, make } from '../elements.ts';
import { isOpen, type Placed, summaryLine } from './found-view.ts';

/** What was drawn last. */
let drawn = '';

/**
 * Draws the list anew where it says something new; it holds no boxes, so nothing that is typed can be lost. Who stands
 * on a button of it at the keyboard stays there.
 */
export function showReview(
  parts: readonly ReviewPart[],
  found: readonly Placed[],
  goTo: (screen: string, label: string) => void,
): void {
  const place = byId('review', HTMLElement);
  const now = JSON.stringify([parts, found.map(({ finding }) => finding)]);
  if (now === drawn && place.childElementCount > 0) return;
  drawn = now;
  const stood = place.contains(document.activeElement) ? spoken(document.activeElement) : undefined;
  const opened = new Set(
    [...place.querySelectorAll('details[open]')].map((one) => one.getAttribute('data-kind')),
  );
  place.replaceChildren(
    ...verdict(found),
    ...parts
      .map((part) => ({ ...part, rows: part.rows.filter(isWorthShowing) }))
      .filter(({ rows }) => rows.length > 0)
      .map((part) => partList(part, goTo)),
  );
  for (const details of place.querySelectorAll('details'))
    details.open = opened.has(details.dataset.kind ?? null);
  if (stood === undefined) return;
  const stops = [...place.querySelectorAll<HTMLElement>('a, button, summary')];
  (stops.find((stop) => spoken(stop) === stood) ?? byId('screen-review-title', HTMLElement)).focus();
}

/** The words by which a button or link is known. */
function spoken(stop: Element | null): string | undefined {
  return stop?.getAttribute('aria-label') ?? stop?.textContent ?? undefined;
}

function verdict(found: readonly Placed[]): HTMLElement[] {
  const must = found.filter(({ finding }) => finding.severity === 'error');
  const open = found.filter(({ finding }) => finding.severity !== 'error' && isOpen(finding));
  const judged = found.filter(({ finding }) => finding.severity !== 'error' && !isOpen(finding));
  const first =
    must.length > 0
      ? listed('notice notice-stop', `还有 ${must.length} 处必改`, must)
      : make('div', { class: 'notice notice-pass' }, [
          make('h3', {}, ['没有必改的问题']),
          make('p', {}, ['通过不等于受理：受理由办公室决定。']),
        ]);
  return [
    first,
    ...(judged.length > 0
      ? [folded('judged', `请判断和提醒 ${judged.length} 处（不影响送出，办公室会看）`, judged)]
      : []),
    ...(open.length > 0
      ? [folded('open', `应填未填 ${open.length} 项（办公室会问到，能填就填）`, open)]
      : []),
  ];
}

function listed(look: string, title: string, found: readonly Placed[]): HTMLElement {
  return make('div', { class: look }, [make('h3', {}, [title]), make('ul', {}, found.map(summaryLine))]);
}

function folded(kind: string, title: string, found: readonly Placed[]): HTMLElement {
  return make('details', { class: 'notice', 'data-kind': kind }, [
    make('summary', {}, [title]),
    make('ul', {}, found.map(summaryLine)),
  ]);
}

function partList(
  { screen, title, rows }: ReviewPart,
  goTo: (screen: string, label: string) => void,
): HTMLElement {
  return make('section', { class: 'review-part' }, [
    make('h3', {}, [title]),
    make(
      'dl',
      { class: 'facts' },
      rows.map((row) => rowLine(row, () => goTo(screen, row.label))),
    ),
  ]);
}

/** What is 选填 and blank would only make the list long. */
function isWorthShowing({ shown, need }: ReviewRow): boolean {
  return shown !== '' || need === '必填' || need === '应填';
}

function rowLine({ label, shown, need }: ReviewRow, goTo: () => void): HTMLElement {
  const change = make('button', { type: 'button', class: 'link', 'aria-label': `修改${label}` }, ['修改']);
  change.addEventListener('click', goTo);
  const said = shown === '' ? [make('span', { class: 'quiet' }, [`没有填（${need}）`])] : lines(shown);
  return make('div', {}, [make('dt', {}, [label]), make('dd', {}, [...said, ' ', change])]);
}

function lines(text: string): Node[] {
  return text.split('\n').map((line) => make('span', { class: 'line' }, [line]));
}
