import type { SharedThing } from '../../accounts/sharing.ts';
import { escapeHtml } from './html.ts';

const WIDTH = 760;
const ROW = 28;
/** Where the units' labels end and the things' begin. */
const LEFT = 250;
const RIGHT = 510;
/** So many of each are drawn; the table has all. */
const MOST = 16;
const LABEL = 16;

/**
 * Who shares what as SVG: units on the left, what they share on the right, a line for each use, the thicker the more
 * projects. The table beside it says the same, so the drawing is hidden from screen readers.
 */
export function sharingMap(things: readonly SharedThing[]): string {
  const shown = things.slice(0, MOST);
  const counts = new Map<string, number>();
  for (const { users } of shown)
    for (const { unitName } of users) counts.set(unitName, (counts.get(unitName) ?? 0) + 1);
  const units = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([unit]) => unit);
  const height = Math.max(units.length, shown.length) * ROW;
  const yOf = (at: number, all: number): number => ((at + 0.5) * height) / Math.max(all, 1);
  const lines = shown.flatMap(({ users }, thing) =>
    [...Map.groupBy(users, ({ unitName }) => unitName)].flatMap(([unit, own]) => {
      const at = units.indexOf(unit);
      return at < 0 ? [] : [line(yOf(at, units.length), yOf(thing, shown.length), Math.min(own.length, 4))];
    }),
  );
  const names = units.map((unit, at) => label(unit, LEFT - 8, yOf(at, units.length), 'end'));
  const kinds = shown.map(({ kind, name }, at) =>
    label(`${name}（${kind}）`, RIGHT + 8, yOf(at, shown.length), 'start'),
  );
  return `<svg class="chart sharing-map" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true" focusable="false">${[...lines, ...names, ...kinds].join('')}</svg>`;
}

function line(from: number, to: number, weight: number): string {
  const middle = (LEFT + RIGHT) / 2;
  return `<path class="link link-${weight}" d="M${LEFT} ${round(from)}C${middle} ${round(from)} ${middle} ${round(to)} ${RIGHT} ${round(to)}"/>`;
}

function label(text: string, x: number, y: number, anchor: 'start' | 'end'): string {
  const letters = [...text];
  const short = letters.length > LABEL ? `${letters.slice(0, LABEL - 1).join('')}…` : text;
  return `<text x="${x}" y="${round(y)}" text-anchor="${anchor}">${escapeHtml(short)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
