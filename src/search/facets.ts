import type { FilterColumns, SortColumns } from './catalogue.ts';

/** For each filter and value, how many records there are. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** Within one filter any of the values will do; every filter must be met. An empty list is no filter. */
export type Chosen = Readonly<Record<string, readonly string[]>>;
export type Direction = 'asc' | 'desc';

/** Turns each record's filters into columns, values in the order of first appearance. */
export function toFilterColumns(records: readonly { readonly filters: Chosen }[]): FilterColumns {
  const names = new Set(records.flatMap(({ filters }) => Object.keys(filters)));
  return Object.fromEntries(
    [...names].map((name) => {
      const places = new Map<string, number>();
      const place = (value: string): number => {
        if (!places.has(value)) places.set(value, places.size);
        return places.get(value) ?? 0;
      };
      const of = records.map(({ filters }) => [...new Set(filters[name])].map(place));
      return [name, { values: [...places.keys()], of }];
    }),
  );
}

/** Turns each record's sort values into places: by number when all are numbers, else as Chinese text. */
export function toSortColumns(
  records: readonly { readonly sort: Readonly<Record<string, string>> }[],
): SortColumns {
  const names = new Set(records.flatMap(({ sort }) => Object.keys(sort)));
  return Object.fromEntries(
    [...names].map((name) => [name, toPlaces(records.map(({ sort }) => sort[name]))]),
  );
}

function toPlaces(values: readonly (string | undefined)[]): (number | null)[] {
  const distinct = [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
  const text = new Intl.Collator('zh-Hans-CN');
  const numeric = distinct.every((value) => Number.isFinite(Number(value)));
  distinct.sort(numeric ? (a, b) => Number(a) - Number(b) : text.compare);
  const places = new Map(distinct.map((value, place) => [value, place]));
  return values.map((value) => places.get(value ?? '') ?? null);
}

/** The records that meet every chosen filter, in the order given. */
export function applyFilters(columns: FilterColumns, records: readonly number[], chosen: Chosen): number[] {
  const tests = Object.entries(chosen)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => {
      const { values: all = [], of = [] } = columns[name] ?? {};
      const wanted = new Set(values.map((value) => all.indexOf(value)));
      return (record: number) => of[record]?.some((place) => wanted.has(place)) ?? false;
    });
  return records.filter((record) => tests.every((test) => test(record)));
}

/**
 * Counts per filter with the other filters applied but not the filter itself, so that each number says what choosing
 * that value would list. Values that no record has now are there with 0.
 */
export function countFilters(
  columns: FilterColumns,
  records: readonly number[],
  chosen: Chosen,
): FilterCounts {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { values, of }]) => {
      const counts = values.map(() => 0);
      for (const record of applyFilters(columns, records, { ...chosen, [name]: [] })) {
        for (const place of of[record] ?? []) counts[place] = (counts[place] ?? 0) + 1;
      }
      return [name, Object.fromEntries(values.map((value, place) => [value, counts[place] ?? 0]))];
    }),
  );
}

/** Sorts by a column; records without a value come last in both directions, equals keep their order. */
export function sortBy(
  places: readonly (number | null)[],
  records: readonly number[],
  to: Direction,
): number[] {
  const sign = to === 'asc' ? 1 : -1;
  return records.toSorted((a, b) => {
    const [x, y] = [places[a] ?? null, places[b] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
