import { newestOnly } from './asking.ts';
import { byId } from './elements.ts';
import { resultRow } from './result-row.ts';
import type { SearchResult } from './search/client.ts';

/** Rows that are loaded at a time, and how many come by themselves before the reader is asked. */
const BATCH = 50;
const BY_THEMSELVES = 300;

/** The table of results: the first rows at once, more in batches, then by the button 「再显示」. */
export interface ResultList {
  /** Resolves when the first rows stand. Rejects when they cannot be loaded. */
  show(results: readonly SearchResult[], q: string): Promise<void>;
  /** Takes the results away and gives the page's own rows back. */
  restore(): void;
}

/** Takes over the page's table; its own rows are kept for `restore`. */
export function takeResultList(): ResultList {
  const rows = byId('rows', HTMLTableSectionElement);
  const line = byId('more-line', HTMLElement);
  const more = byId('more', HTMLButtonElement);
  const standing = [...rows.rows];
  const ask = newestOnly();
  let goOn: () => Promise<void> = async () => undefined;
  more.addEventListener('click', () => void goOn());

  function offer(rest: number, next: number, append: () => Promise<void>): void {
    goOn = async () => {
      await append();
      // The button may be gone now; the first new row is where reading goes on.
      rows.rows[next]?.querySelector('a')?.focus();
    };
    const comes = rest > 0 && next < BY_THEMSELVES;
    line.hidden = rest <= 0 || comes;
    more.textContent = `再显示 ${Math.min(BATCH, rest)} 条（还有 ${rest} 条）`;
    if (comes) setTimeout(() => void append(), 0);
  }

  return {
    show: (results, q) => {
      const isNewest = ask();
      const append = async (from: number): Promise<void> => {
        const hits = await Promise.all(results.slice(from, from + BATCH).map((result) => result.load()));
        if (!isNewest()) return;
        if (from === 0) rows.replaceChildren();
        rows.append(...hits.map((hit) => resultRow(hit, q)));
        const next = from + hits.length;
        offer(results.length - next, next, () => append(next));
      };
      return append(0);
    },
    restore: () => {
      ask();
      line.hidden = true;
      rows.replaceChildren(...standing);
    },
  };
}
