import type { Chosen, Direction } from '../../search/facets.ts';
import { FACET_LABELS, LISTED_KINDS } from './facet-labels.ts';

/** An order of results that the page offers. The first, without a column, is by how well a result answers. */
export interface Order {
  readonly label: string;
  readonly sort?: { readonly by: string; readonly direction: Direction };
}

export const ORDERS: readonly Order[] = [
  { label: '按相关程度' },
  { label: '日期从近到远', sort: { by: '日期', direction: 'desc' } },
  { label: '日期从远到近', sort: { by: '日期', direction: 'asc' } },
  { label: '金额从高到低', sort: { by: '金额', direction: 'desc' } },
  { label: '金额从低到高', sort: { by: '金额', direction: 'asc' } },
];

/** What the first order comes to while no words are asked for. */
export const NEWEST = '最近填报';

/** What the reader asked for; all of it stands in the address. */
export interface Query {
  readonly q: string;
  readonly filters: Chosen;
  readonly order: Order;
}

const ORDER_KEY = '排序';
const LABELS = Object.values(FACET_LABELS);
const [DEFAULT_ORDER] = ORDERS;

/** Reads `?q=停车&项目类别=便民服务类&排序=金额从高到低`. Unknown names and orders are passed over. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  const filters = LABELS.map((label) => [label, [...new Set(params.getAll(label))]] as const);
  return {
    q: (params.get('q') ?? '').trim(),
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
    order: orderOf(params.get(ORDER_KEY)),
  };
}

/** The order of this label, or the default. */
export function orderOf(label: string | null): Order {
  return ORDERS.find((order) => order.label === label) ?? DEFAULT_ORDER ?? { label: '' };
}

/** The query as the part of an address from `?`; '' when nothing was asked. */
export function writeQuery({ q, filters, order }: Query): string {
  const params = new URLSearchParams();
  if (q !== '') params.append('q', q);
  for (const label of LABELS) for (const value of filters[label] ?? []) params.append(label, value);
  if (order.sort) params.append(ORDER_KEY, order.label);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when nothing was asked: the page then shows its standing list. */
export function isBlank(query: Query): boolean {
  return writeQuery(query) === '';
}

/** The query with this value of a facet chosen, or no longer chosen. */
export function toggled(query: Query, facet: string, value: string): Query {
  const chosen = query.filters[facet] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [facet]: _, ...others } = query.filters;
  return { ...query, filters: values.length === 0 ? others : { ...others, [facet]: values } };
}

/** The same words and order, with every facet given back. */
export function cleared(query: Query): Query {
  return { ...query, filters: {} };
}

/** The filters to search with: what is known by name only is left out while no 类型 is chosen. */
export function searchFilters({ filters }: Query): Chosen {
  return filters[FACET_LABELS.kind] ? filters : { ...filters, [FACET_LABELS.kind]: LISTED_KINDS };
}

/** The query in words, for the empty result: 「停车」，项目类别为便民服务类. */
export function sayQuery({ q, filters }: Query): string {
  const parts = Object.entries(filters).map(([facet, values]) => `${facet}为${values.join('或')}`);
  return [...(q === '' ? [] : [`「${q}」`]), ...parts].join('，');
}
