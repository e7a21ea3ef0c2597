/** The form as it lies on A4, with what persons are called where it was entered, for ink and seal. */
import type { Filing } from '../../../form/fields.ts';
import { formKind, formPaper, paperHtml } from '../../../papers/index.ts';

/** Puts the paper on the page and prints it; afterwards it is taken away again, for it may name persons. */
export function printForm(filing: Filing, contacts: Readonly<Record<string, string>>): void {
  const place = document.getElementById('paper-print');
  if (!place) return;
  const html = paperHtml(formPaper(formKind(filing), filing, [], contacts), 'h2');
  const sheet = document.createElement('div');
  sheet.className = 'paper paper-sheet';
  sheet.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  place.replaceChildren(sheet);
  document.body.classList.add('printing-form');
  const done = (): void => {
    document.body.classList.remove('printing-form');
    place.replaceChildren();
    window.removeEventListener('afterprint', done);
  };
  window.addEventListener('afterprint', done);
  window.print();
}
