import { type Fen, formatWan } from '../../form/money.ts';
import type { CatalogueItem } from './catalogue.ts';

/** A column of the catalogue after the name. The static table and the search results both follow this list. */
export const COLUMNS = [
  { key: 'unit', label: '单位' },
  { key: 'category', label: '项目类别' },
  { key: 'stage', label: '目前阶段' },
  { key: 'form', label: '表式或来源' },
  { key: 'amount', label: '金额（万元）', number: true },
  { key: 'year', label: '年份', number: true },
] as const satisfies readonly { readonly key: string; readonly label: string; readonly number?: boolean }[];

export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** A catalogue line as text, by column, with the marks that stand behind the name. */
export interface Cells extends Readonly<Record<ColumnKey, string>> {
  /** Separated by 、: 演示, 参考 or 外库 (taken in from another registry), 未核实. */
  readonly marks: string;
}

/** 万元 without the unit, for columns whose head carries it. */
export function wanNumber(fen: Fen): string {
  return formatWan(fen).replace(/\s*万元$/, '');
}

/** What the catalogue shows of an item. */
export function itemCells(item: CatalogueItem): Cells {
  const marks = [
    item.demo && '演示',
    item.kind !== '登记项目' && (item.harvestedFrom === undefined ? '参考' : '外库'),
    item.unverified && '未核实',
  ];
  return {
    unit: item.unit,
    category: item.categories.join('、'),
    stage: item.phase ?? '',
    form: item.form ?? '',
    amount: item.amount === undefined ? '' : wanNumber(item.amount),
    year: item.year === undefined ? '' : String(item.year),
    marks: marks.filter((mark) => mark !== false).join('、'),
  };
}

/** The style of a mark. */
export function markClass(mark: string): string {
  return mark === '演示' ? 'tag tag-wait' : 'tag';
}
