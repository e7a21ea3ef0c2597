import { type Fen, sumFen } from '../../form/money.ts';
import { CATEGORIES, STAGES } from '../../regulation/vocabulary.ts';
import type { CatalogueItem } from './catalogue.ts';

/** One bar of a chart and one row of its table. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly amount: Fen;
}

/** Key figures of some filings. */
export interface Figures {
  readonly count: number;
  readonly amount: Fen;
  /** How many of them state an amount; the total is of these. */
  readonly withAmount: number;
  readonly units: number;
  readonly byStage: readonly Bar[];
  /** By the first category, so that every project counts once. */
  readonly byCategory: readonly Bar[];
  /** By the year of filing, without gaps. */
  readonly byYear: readonly Bar[];
}

/** Counts and sums of these filings. */
export function figuresOf(items: readonly CatalogueItem[]): Figures {
  return {
    ...total(items),
    withAmount: items.filter(({ amount }) => amount !== undefined).length,
    units: new Set(items.map(({ filedBy }) => filedBy)).size,
    byStage: bars(items, STAGES, ({ stage }) => stage),
    byCategory: bars(items, CATEGORIES, ({ categories }) => categories[0]),
    byYear: bars(items, years(items), ({ year }) => year?.toString()),
  };
}

function total(items: readonly CatalogueItem[]): { count: number; amount: Fen } {
  return { count: items.length, amount: sumFen(items.map(({ amount = 0 }) => amount)) };
}

/** The bars in the given order, then 未填 if some items have no value, so that the bars add up to the whole. */
function bars(
  items: readonly CatalogueItem[],
  order: readonly string[],
  of: (item: CatalogueItem) => string | undefined,
): Bar[] {
  const groups = Map.groupBy(items, (item) => of(item) ?? '未填');
  const labels = groups.has('未填') ? [...order, '未填'] : order;
  return labels.map((label) => ({ label, ...total(groups.get(label) ?? []) }));
}

function years(items: readonly CatalogueItem[]): string[] {
  const known = items.map(({ year }) => year).filter((year) => year !== undefined);
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** The sentence over a chart: what it shows and its largest part. */
export function sayChart(what: string, chart: readonly Bar[]): string {
  const sum = chart.reduce((count, bar) => count + bar.count, 0);
  const top = chart.reduce<Bar | undefined>(
    (best, bar) => (best && best.count >= bar.count ? best : bar),
    undefined,
  );
  if (sum === 0 || !top) return `按${what}统计，还没有项目。`;
  const ties = chart.filter(({ count }) => count === top.count).map(({ label }) => label);
  const most =
    ties.length === 1 ? `${top.label}最多，${top.count} 个` : `${ties.join('、')}最多，各 ${top.count} 个`;
  return `按${what}统计，共 ${sum} 个，${most}。`;
}
