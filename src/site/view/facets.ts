import { FEN_PER_WAN, type Fen } from '../../form/money.ts';
import { PHASES, UNCOUNTED } from '../../records/lifecycle/phases.ts';
import { STATE_NAMES } from '../../records/lifecycle/states.ts';
import { CATEGORIES, SOURCES, STAGES } from '../../regulation/vocabulary.ts';
import { type CatalogueItem, ITEM_KINDS } from './catalogue.ts';
import { FACET_LABELS, type FacetKey } from './facet-labels.ts';

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

/** Bands of 金额, each below so many 万元. */
const AMOUNT_BANDS = [
  ['不到 50 万元', 50],
  ['50 万至 100 万元', 100],
  ['100 万至 300 万元', 300],
  ['300 万至 1000 万元', 1000],
  ['1000 万元以上', Number.POSITIVE_INFINITY],
] as const;

function bandOf(amount: Fen | undefined): string | undefined {
  return amount === undefined
    ? undefined
    : AMOUNT_BANDS.find(([, below]) => amount < below * FEN_PER_WAN)?.[0];
}

export const FISCAL_VALUES = ['使用财政资金', '不使用财政资金'] as const;

const HOW: Readonly<Record<FacetKey, Pick<Facet, 'order' | 'descending' | 'of'>>> = {
  kind: { order: ITEM_KINDS, of: ({ kind }) => [kind] },
  category: { order: CATEGORIES, of: ({ categories }) => categories },
  phase: { order: [...PHASES, ...UNCOUNTED], of: ({ phase }) => one(phase) },
  state: { order: STATE_NAMES, of: ({ state }) => one(state) },
  stage: { order: STAGES, of: ({ stage }) => one(stage) },
  fiscal: { order: FISCAL_VALUES, of: ({ fiscal }) => fiscalValue(fiscal) },
  year: { descending: true, of: ({ year }) => one(year) },
  unit: { of: ({ filedBy }) => one(filedBy) },
  source: { order: SOURCES, of: ({ sources }) => sources },
  amount: { order: AMOUNT_BANDS.map(([label]) => label), of: ({ amount }) => one(bandOf(amount)) },
  technology: { of: ({ technologies }) => technologies },
  region: { of: ({ region }) => one(region) },
  registry: { of: ({ harvestedFrom }) => one(harvestedFrom) },
};

/** The facets of the catalogue, in the order in which they stand. */
export const FACETS: readonly Facet[] = (Object.keys(FACET_LABELS) as FacetKey[]).map((key) => ({
  key,
  label: FACET_LABELS[key],
  ...HOW[key],
}));

function fiscalValue(fiscal: boolean | undefined): readonly string[] {
  if (fiscal === undefined) return [];
  return [FISCAL_VALUES[fiscal ? 0 : 1]];
}
