import type { Bar } from './figures.ts';
import { escapeHtml } from './html.ts';

/** Sizes in the units of the drawing, which is shown at most at this width. */
const WIDTH = 340;
const ROW = 34;
const LABEL = 92;
const COUNT = 44;

/**
 * A bar chart as SVG: a row for each bar, its count behind it. Colours come from the style sheet by class.
 * The table beside it says the same, so the drawing is hidden from screen readers.
 */
export function barChart(bars: readonly Bar[]): string {
  const most = bars.reduce((max, { count }) => Math.max(max, count), 1);
  const rows = bars.map((bar, index) => barRow(bar, index * ROW, most));
  const height = bars.length * ROW;
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true" focusable="false">${rows.join('')}</svg>`;
}

function barRow({ label, count }: Bar, top: number, most: number): string {
  const width = Math.round((count / most) * (WIDTH - LABEL - COUNT));
  const middle = top + ROW / 2;
  const bar =
    count === 0
      ? ''
      : `<rect class="bar" x="${LABEL}" y="${top + 7}" width="${Math.max(width, 2)}" height="${ROW - 14}"/>`;
  return `<text x="${LABEL - 10}" y="${middle}" text-anchor="end">${escapeHtml(label)}</text>${bar}<text class="count" x="${LABEL + width + 8}" y="${middle}">${count}</text>`;
}
