import type { CatalogueItem } from './catalogue.ts';
import { COLUMNS, itemCells, markClass } from './cells.ts';
import { escapeHtml } from './html.ts';
import { href } from './links.ts';

const rows = new WeakMap<CatalogueItem, string>();

/**
 * The table row of an item. Kept per item, because the same row stands on the list, on every facet's list and on
 * the unit's page; that is most of what a large catalogue's build would otherwise do.
 */
export function rowHtml(item: CatalogueItem): string {
  const known = rows.get(item);
  if (known !== undefined) return known;
  const row = buildRow(item);
  rows.set(item, row);
  return row;
}

function buildRow(item: CatalogueItem): string {
  const cells = itemCells(item);
  const marks = cells.marks === '' ? '' : cells.marks.split('、').map(markHtml).join('');
  const name = `<th scope="row"><a href="${escapeHtml(href(item.path))}">${escapeHtml(item.name)}</a>${marks}</th>`;
  const rest = COLUMNS.map((column) => {
    const style = 'number' in column ? ' class="num"' : '';
    return `<td${style} data-label="${column.label}">${escapeHtml(cells[column.key])}</td>`;
  });
  return `<tr>${name}${rest.join('')}</tr>`;
}

function markHtml(mark: string): string {
  return ` <span class="${markClass(mark)}">${mark}</span>`;
}
