import { escapeHtml } from './html.ts';

/** A bar in parts; what a part is the legend says. */
export interface StackRow {
  readonly label: string;
  readonly parts: readonly number[];
  /** Written behind the bar. */
  readonly text: string;
}

const WIDTH = 480;
/** Each row has its label above its bar: names of units are long, and phones narrow. */
const ROW = 50;
const BAR_AT = 24;
const BAR = 18;
/** Left free for the text behind the longest bar. */
const END = 150;
/** Signs of a label, in letters that a phone shows large enough to read. */
const LONGEST = 22;

/**
 * Bars in parts as SVG, drawn to one scale. The table beside it says the same, so the drawing is hidden from screen
 * readers; parts differ by a pattern of the style sheet and not by colour alone.
 */
export function stackChart(rows: readonly StackRow[]): string {
  const most = rows.reduce((max, { parts }) => Math.max(max, sum(parts)), 1);
  const height = rows.length * ROW;
  const body = rows.map((row, at) => stackRow(row, at * ROW, most)).join('');
  return `<svg class="chart chart-wide" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true" focusable="false">${body}</svg>`;
}

function stackRow({ label, parts, text }: StackRow, top: number, most: number): string {
  let at = 0;
  const bars = parts.map((part, index) => {
    if (part <= 0) return '';
    const width = Math.max(Math.round((part / most) * (WIDTH - END)), 2);
    const bar = `<rect class="bar bar-${index + 1}" x="${at}" y="${top + BAR_AT}" width="${width}" height="${BAR}"/>`;
    at += width;
    return bar;
  });
  const signs = [...label];
  const short = signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : label;
  const count = `<text class="count" x="${at + 8}" y="${top + BAR_AT + BAR / 2}">${escapeHtml(text)}</text>`;
  return `<text x="0" y="${top + BAR_AT / 2}">${escapeHtml(short)}</text>${bars.join('')}${count}`;
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
