import { STATE_NAMES } from '../../records/lifecycle/states.ts';
import { CATEGORIES, STAGES } from '../../regulation/vocabulary.ts';
import { type CatalogueItem, ITEM_KINDS } from './catalogue.ts';

/** One way to narrow the catalogue down. */
export interface Facet {
  /** In addresses of static pages: `/projects/by/<key>/…`. */
  readonly key: string;
  /** What people read, and the name in the address of a search: `?类别=…`. */
  readonly label: string;
  /** Values in their own order; without it the most frequent first. */
  readonly order?: readonly string[];
  /** Newest first, for years. */
  readonly descending?: boolean;
  readonly of: (item: CatalogueItem) => readonly string[];
}

const one = (value: string | number | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [String(value)];

export const FISCAL_VALUES = ['使用财政资金', '不使用财政资金'] as const;

/** The facets of the catalogue, in the order in which they stand. */
export const FACETS: readonly Facet[] = [
  { key: 'kind', label: '类型', order: ITEM_KINDS, of: ({ kind }) => [kind] },
  { key: 'category', label: '项目类别', order: CATEGORIES, of: ({ categories }) => categories },
  { key: 'stage', label: '建设阶段', order: STAGES, of: ({ stage }) => one(stage) },
  { key: 'state', label: '办理状态', order: STATE_NAMES, of: ({ state }) => one(state) },
  { key: 'fiscal', label: '是否财政', order: FISCAL_VALUES, of: ({ fiscal }) => fiscalValue(fiscal) },
  { key: 'year', label: '年份', descending: true, of: ({ year }) => one(year) },
  { key: 'unit', label: '单位', of: ({ filedBy }) => one(filedBy) },
  { key: 'region', label: '地区', of: ({ region }) => one(region) },
];

function fiscalValue(fiscal: boolean | undefined): readonly string[] {
  if (fiscal === undefined) return [];
  return [FISCAL_VALUES[fiscal ? 0 : 1]];
}
