import { make } from '../elements.ts';
import type { Side } from './side.ts';

/** The rows of a comparison: every label that one of the projects answers, in the order in which they first stand. */
export function comparedRows(sides: readonly Side[]): readonly (readonly [label: string, cells: string[]])[] {
  const labels = new Set(sides.flatMap(({ lines }) => [...lines.keys()]));
  return [...labels].map((label) => [label, sides.map(({ lines }) => lines.get(label) ?? '')] as const);
}

/** The comparison as a table; `drop` takes a project out of it. */
export function comparedTable(sides: readonly Side[], drop: (id: string) => void): HTMLTableElement {
  const heads = sides.map(({ id, name, address }) => {
    const button = make('button', { class: 'button button-quiet', type: 'button' }, [
      '移出',
      make('span', { class: 'visually-hidden' }, [`：${name}`]),
    ]);
    button.addEventListener('click', () => drop(id));
    return make('th', { scope: 'col' }, [make('a', { href: address }, [name]), button]);
  });
  const rows = comparedRows(sides).map(([label, cells]) =>
    make('tr', {}, [make('th', { scope: 'row' }, [label]), ...cells.map((text) => cellOf(text, cells))]),
  );
  return make('table', { class: 'table compared' }, [
    make('caption', { class: 'visually-hidden' }, [`对比：${sides.map(({ name }) => name).join('、')}`]),
    make('thead', {}, [make('tr', {}, [make('th', { scope: 'col' }, ['栏目']), ...heads])]),
    make('tbody', {}, rows),
  ]);
}

/** A cell; a line that another project has word for word is marked. */
function cellOf(text: string, row: readonly string[]): HTMLTableCellElement {
  if (text === '') return make('td', { class: 'quiet' }, ['没有写']);
  const elsewhere = new Set(row.filter((other) => other !== text).flatMap((other) => other.split('\n')));
  const isSame = (line: string): boolean => elsewhere.has(line);
  const lines = text.split('\n');
  return make(
    'td',
    {},
    lines.map((line) => make('p', {}, [isSame(line) ? make('mark', {}, [line]) : line])),
  );
}

/** The comparison as rows of a sheet. */
export function comparedSheet(sides: readonly Side[]): readonly (readonly string[])[] {
  const head = ['栏目', ...sides.map(({ name }) => name)];
  return [head, ...comparedRows(sides).map(([label, cells]) => [label, ...cells])];
}
