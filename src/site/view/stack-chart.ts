import { escapeHtml } from './html.ts';

/** A bar in parts; what a part is the legend says. */
export interface StackRow {
  readonly label: string;
  readonly parts: readonly number[];
  /** Written behind the bar. */
  readonly text: string;
}

const WIDTH = 640;
const ROW = 30;
const LABEL = 150;
const END = 130;

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
  const middle = top + ROW / 2;
  let at = LABEL;
  const bars = parts.map((part, index) => {
    const width = Math.round((part / most) * (WIDTH - LABEL - END));
    const bar =
      part <= 0
        ? ''
        : `<rect class="bar bar-${index + 1}" x="${at}" y="${top + 6}" width="${Math.max(width, 2)}" height="${ROW - 12}"/>`;
    at += part <= 0 ? 0 : Math.max(width, 2);
    return bar;
  });
  const short = [...label].length > 10 ? `${[...label].slice(0, 9).join('')}…` : label;
  return `<text x="${LABEL - 10}" y="${middle}" text-anchor="end">${escapeHtml(short)}</text>${bars.join('')}<text class="count" x="${at + 8}" y="${middle}">${escapeHtml(text)}</text>`;
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
