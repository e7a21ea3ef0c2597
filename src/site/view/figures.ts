import { type Fen, sumFen } from '../../form/money.ts';
import { isCounted, PHASES, UNCOUNTED } from '../../records/lifecycle/phases.ts';
import { CATEGORIES } from '../../regulation/vocabulary.ts';
import type { CatalogueItem } from './catalogue.ts';

/** One bar of a chart and one row of its table. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly amount: Fen;
}

/** Key figures of some filings. Only what the office has received counts; the others are told apart. */
export interface Figures {
  readonly count: number;
  readonly amount: Fen;
  /** Of the amount: public money, money that is not, and what no source is named for. */
  readonly money: readonly Share[];
  /** How many of them state an amount. */
  readonly withAmount: number;
  readonly units: number;
  /** By 目前阶段. */
  readonly byPhase: readonly Bar[];
  /** By the first category, so that every project counts once. */
  readonly byCategory: readonly Bar[];
  /** By the year of filing, without gaps. */
  readonly byYear: readonly Bar[];
  /** Filings that are not counted, by the reason; reasons without any are left out. */
  readonly apart: readonly Bar[];
  /** Counted ones whose amount the check doubts: no sum has it. */
  readonly doubtful: number;
}

/** A part of a total. */
export interface Share {
  readonly label: string;
  readonly amount: Fen;
}

/** Counts and sums of these filings. */
export function figuresOf(all: readonly CatalogueItem[]): Figures {
  const items = all.filter(({ phase }) => isCounted(phase));
  return {
    ...total(items),
    money: sharesOf(items),
    withAmount: items.filter(({ amount }) => amount !== undefined).length,
    units: new Set(items.map(({ filedBy }) => filedBy)).size,
    byPhase: bars(items, PHASES, ({ phase }) => phase),
    byCategory: bars(items, CATEGORIES, ({ categories }) => categories[0]),
    byYear: bars(items, years(items), ({ year }) => year?.toString()),
    apart: UNCOUNTED.map((why) => ({
      label: why,
      ...total(all.filter(({ phase }) => phase === why)),
    })).filter(({ count }) => count > 0),
    doubtful: items.filter(({ doubtful }) => doubtful).length,
  };
}

/** 「另有 2 个待受理，没有计入；1 个金额待核实，没有计入金额」; undefined when every filing counts. */
export function apartWords({ apart, doubtful }: Pick<Figures, 'apart' | 'doubtful'>): string | undefined {
  const left = apart.map(({ label, count }) => `${count} 个${label}`).join('，');
  const said = [
    ...(apart.length === 0 ? [] : [`另有 ${left}，没有计入`]),
    ...(doubtful === 0 ? [] : [`${doubtful} 个金额待核实，没有计入金额`]),
  ];
  return said.length === 0 ? undefined : said.join('；');
}

function sharesOf(items: readonly CatalogueItem[]): Share[] {
  const sure = items.filter(({ doubtful }) => !doubtful);
  const known = sure.filter(({ publicAmount }) => publicAmount !== undefined);
  const open = sumFen(sure.filter((item) => !known.includes(item)).map(({ amount = 0 }) => amount));
  const paid = sumFen(known.map(({ publicAmount = 0 }) => publicAmount));
  const shares = [
    { label: '财政资金', amount: paid },
    { label: '社会资金和自筹', amount: total(known).amount - paid },
  ];
  return open > 0 ? [...shares, { label: '来源没有写明', amount: open }] : shares;
}

function total(items: readonly CatalogueItem[]): { count: number; amount: Fen } {
  const sure = items.filter(({ doubtful }) => !doubtful);
  return { count: items.length, amount: sumFen(sure.map(({ amount = 0 }) => amount)) };
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
