/** Lists of the form: rows are cloned from the list's own template, added and taken away. */

let made = 0;

/** The rows of a list, in order. */
export function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-rows] > [data-row]')];
}

/** Adds a blank row at the end. */
export function addRow(list: HTMLElement): HTMLElement {
  const template = list.querySelector<HTMLTemplateElement>(':scope > template');
  const place = list.querySelector<HTMLElement>(':scope > [data-rows]');
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!place || !(row instanceof HTMLElement)) throw new Error('The list has no template');
  const number = `r${++made}`;
  for (const one of row.querySelectorAll('*')) {
    for (const { name, value } of [...one.attributes]) {
      if (value.includes('__ROW__')) one.setAttribute(name, value.split('__ROW__').join(number));
    }
  }
  place.append(row);
  numberRows(list);
  return row;
}

/** Takes a row away and gives its place to the next one, for the focus. */
export function removeRow(row: HTMLElement): HTMLElement | undefined {
  const list = row.closest<HTMLElement>('[data-list]');
  if (!list) return undefined;
  const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null;
  row.remove();
  numberRows(list);
  return (
    next?.querySelector<HTMLElement>('input, select, textarea') ??
    list.querySelector<HTMLElement>('[data-add]') ??
    undefined
  );
}

function numberRows(list: HTMLElement): void {
  rowsOf(list).forEach((row, at) => {
    for (const number of row.querySelectorAll('[data-row-number]')) number.textContent = String(at + 1);
  });
}
