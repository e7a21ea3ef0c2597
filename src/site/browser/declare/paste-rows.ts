/** Rows that were copied from a table, pasted into a list: each becomes a row of the list, and no cell is lost. */
import { pastedTable } from '../../../declare/pasted-table.ts';
import { make } from '../elements.ts';
import { fillHolder, partsOf } from './boxes.ts';
import { addRow, rowsOf } from './rows.ts';

/** Fills the rows of a list from the box in which the text was pasted. */
export function fillRows(box: HTMLElement, text: string): void {
  const [row, list] = [box.closest<HTMLElement>('[data-row]'), box.closest<HTMLElement>('[data-list]')];
  const part = box.closest<HTMLElement>('[data-part]');
  const table = pastedTable(text);
  if (!row || !list || !part) return;
  const from = Math.max(0, shownParts(row).indexOf(part));
  let at: HTMLElement | undefined = row;
  for (const cells of table) {
    fillRow(at ?? addRow(list), cells, from);
    at = nextBlank(list, at);
  }
  tell(list, `粘贴的表格分成了 ${table.length} 项，核对一遍。`);
}

function shownParts(row: HTMLElement): HTMLElement[] {
  return partsOf(row).filter(({ hidden }) => !hidden);
}

/** Cells into the parts in their order; what is no choice of a box, and what is too much, goes into the last one. */
function fillRow(row: HTMLElement, cells: readonly string[], from: number): void {
  const parts = shownParts(row).slice(from);
  const over: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const part = parts[at];
    if (cell === '') continue;
    if (part && takes(part, cell)) fillHolder(part, cell);
    else over.push(cell);
  }
  const last = parts.at(-1)?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (last && over.length > 0) last.value = [last.value, ...over].filter((word) => word !== '').join('，');
}

/** Whether a box can hold these words. */
function takes(part: HTMLElement, words: string): boolean {
  const select = part.querySelector('select');
  if (select) return [...select.options].some(({ value }) => value === words);
  const radios = [...part.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  return radios.length === 0 || radios.some(({ value }) => value === words);
}

/** The next row, where nothing stands in it. */
function nextBlank(list: HTMLElement, row: HTMLElement | undefined): HTMLElement | undefined {
  const rows = rowsOf(list);
  const next = row && rows[rows.indexOf(row) + 1];
  const boxes = [...(next?.querySelectorAll<HTMLInputElement>('input[type=text], textarea, select') ?? [])];
  return next && boxes.every(({ value }) => value.trim() === '') ? next : undefined;
}

function tell(list: HTMLElement, words: string): void {
  const known = list.querySelector<HTMLElement>(':scope > [data-pasted]');
  const place = known ?? make('p', { class: 'small', role: 'status', 'data-pasted': '' });
  if (!known) list.append(place);
  place.textContent = words;
}
