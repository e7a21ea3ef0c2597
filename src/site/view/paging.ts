/** Rows on a static list page. */
export const PAGE_SIZE = 50;

/** One page of a static list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** The list of which this is a page. */
  readonly whole: readonly T[];
}

/** Cuts a list into pages; an empty list is one empty page. */
export function paginate<T>(items: readonly T[], size = PAGE_SIZE): ListPage<T>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    page: index + 1,
    pages,
    total: items.length,
    whole: items,
  }));
}

/** The address of a page of a list: the first is the list itself. */
export function pagePath(base: string, page: number): string {
  return page === 1 ? base : `${base}page/${page}/`;
}

/** Page numbers to link to: the ends, the neighbours, and gaps as 0. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) =>
    index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [0, number] : [number],
  );
}
