import type { SearchHit } from '../../search/catalogue.ts';
import { highlight } from '../../search/highlight.ts';
import { COLUMNS, markClass } from '../view/cells.ts';
import { href } from '../view/links.ts';
import { make } from './elements.ts';
import { marked } from './marked.ts';

/** A result as a row of the catalogue's table, as `rowHtml` writes it, with what was found marked. */
export function resultRow(hit: SearchHit, q: string): HTMLTableRowElement {
  const found = (text: string): (Node | string)[] => marked(highlight(text, q));
  const marks = (hit.meta.marks ?? '').split('、').filter((mark) => mark !== '');
  const name = make('th', { scope: 'row' }, [
    make('a', { href: href(hit.url) }, found(hit.title)),
    ...marks.flatMap((mark) => [' ', make('span', { class: markClass(mark) }, [mark])]),
  ]);
  if (q !== '' && hit.excerpt !== '') name.append(make('span', { class: 'summary' }, found(hit.excerpt)));
  const cells = COLUMNS.map((column) => {
    const text = column.key === 'unit' ? found(hit.unit) : [hit.meta[column.key] ?? ''];
    return make('td', { 'data-label': column.label, ...('number' in column ? { class: 'num' } : {}) }, text);
  });
  return make('tr', {}, [name, ...cells]);
}
