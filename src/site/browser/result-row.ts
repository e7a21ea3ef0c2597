import { COLUMNS, markClass } from '../view/cells.ts';
import { href } from '../view/links.ts';
import { make } from './elements.ts';
import { highlight, type SearchHit } from './search/client.ts';

/** A result as a row of the catalogue's table, as `rowHtml` writes it, with what was found marked. */
export function resultRow(hit: SearchHit, q: string): HTMLTableRowElement {
  const marks = (hit.meta.marks ?? '').split('、').filter((mark) => mark !== '');
  const name = make('th', { scope: 'row' }, [
    make('a', { href: href(hit.url) }, marked(hit.title, q)),
    ...marks.flatMap((mark) => [' ', make('span', { class: markClass(mark) }, [mark])]),
  ]);
  if (q !== '' && hit.excerpt !== '') name.append(make('span', { class: 'summary' }, marked(hit.excerpt, q)));
  const cells = COLUMNS.map((column) => {
    const text = column.key === 'unit' ? marked(hit.unit, q) : textOf(hit.meta[column.key]);
    return make('td', { 'data-label': column.label, ...('number' in column ? { class: 'num' } : {}) }, text);
  });
  return make('tr', {}, [name, ...cells]);
}

function textOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

function marked(text: string, q: string): (Node | string)[] {
  return highlight(text, q).map((piece) => (piece.hit ? make('mark', {}, [piece.text]) : piece.text));
}
