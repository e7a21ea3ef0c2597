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
  let run = 0;
  let goOn: () => Promise<void> = async () => undefined;
  more.addEventListener('click', () => void goOn());

  async function append(
    results: readonly SearchResult[],
    q: string,
    from: number,
    mine: number,
  ): Promise<void> {
    const hits = await Promise.all(results.slice(from, from + BATCH).map((result) => result.load()));
    if (mine !== run) return;
    const added = hits.map((hit) => resultRow(hit, q));
    if (from === 0) rows.replaceChildren(...added);
    else rows.append(...added);
    const next = from + added.length;
    const rest = results.length - next;
    goOn = async () => {
      await append(results, q, next, mine);
      // The button may be gone now; the first new row is where reading goes on.
      rows.rows[next]?.querySelector('a')?.focus();
    };
    line.hidden = rest <= 0 || next < BY_THEMSELVES;
    more.textContent = `再显示 ${Math.min(BATCH, rest)} 条（还有 ${rest} 条）`;
    if (rest > 0 && next < BY_THEMSELVES) setTimeout(() => void append(results, q, next, mine), 0);
  }

  return {
    show: (results, q) => append(results, q, 0, ++run),
    restore: () => {
      run++;
      line.hidden = true;
      rows.replaceChildren(...standing);
    },
  };
}
