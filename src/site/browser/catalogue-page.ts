/** The catalogue with scripts: query, facets and order stand in the address, and results appear while typing. */

import { href } from '../view/links.ts';
import { isBlank, orderOf, type Query, readQuery, toggled, writeQuery } from '../view/query.ts';
import { byId, make } from './elements.ts';
import { takeFacetLinks } from './facet-links.ts';
import { nothingFound, searchFailed } from './messages.ts';
import { takeResultList } from './result-list.ts';
import { createSearch } from './search/client.ts';

/** Waiting time after a key before searching, in milliseconds. */
const PAUSE = 160;

function start(): void {
  const root = byId('catalogue', HTMLElement);
  if (root.dataset.live === undefined) combineFacets();
  else if (document.getElementById('rows')) startSearch();
}

/** On a facet's own list, the other facets lead to the search with both chosen. */
function combineFacets(): void {
  const here = document.querySelector<HTMLAnchorElement>('a[data-facet][aria-current]');
  const { facet = '', value = '' } = here?.dataset ?? {};
  const blank = readQuery('');
  takeFacetLinks(undefined).point(here ? toggled(blank, facet, value) : blank);
}

function startSearch(): void {
  const search = createSearch(href('/pagefind/'));
  const input = byId('q', HTMLInputElement);
  const count = byId('count', HTMLElement);
  const none = byId('none', HTMLElement);
  const pages = byId('pages', HTMLElement);
  const table = document.querySelector<HTMLTableElement>('table.items');
  const order = byId('order', HTMLSelectElement);
  const chips = byId('chosen', HTMLElement);
  const list = takeResultList();
  const facets = takeFacetLinks((query) => go(query, 'push'));
  const standing = count.textContent ?? '';
  let query = readQuery(location.search);
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function go(next: Query, how: 'push' | 'replace'): void {
    const address = location.pathname + writeQuery(next);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    query = next;
    void show();
  }

  async function show(): Promise<void> {
    const mine = ++run;
    order.value = query.order.label;
    facets.point(query);
    showChips();
    if (isBlank(query)) return showStanding([]);
    const late = setTimeout(() => say('正在查…'), 400);
    const { q, filters, order: by } = query;
    const answer = await search.search(q, { filters, ...(by.sort ? { sort: by.sort } : {}) });
    clearTimeout(late);
    if (mine !== run) return;
    if (answer.status === 'failed') return showStanding(searchFailed(answer.reason));
    try {
      await list.show(answer.results, q);
    } catch {
      if (mine === run) showStanding(searchFailed('not-loaded'));
      return;
    }
    if (mine !== run) return;
    facets.count(answer.filterCounts);
    put(answer.total === 0 ? nothingFound(query) : []);
    say(`共 ${answer.total} 条`);
    pages.hidden = true;
    if (table) table.hidden = answer.total === 0;
  }

  function showStanding(message: readonly Node[]): void {
    list.restore();
    facets.count(undefined);
    put(message);
    say(standing);
    pages.hidden = false;
    if (table) table.hidden = false;
  }

  function put(message: readonly Node[]): void {
    none.replaceChildren(...message);
    none.hidden = message.length === 0;
  }

  /** Said aloud by screen readers, so only when it changes. */
  function say(text: string): void {
    if (count.textContent !== text) count.textContent = text;
  }

  function showChips(): void {
    const all = Object.entries(query.filters).flatMap(([facet, values]) =>
      values.map((value) => ({ facet, value })),
    );
    chips.replaceChildren(
      ...all.map(({ facet, value }) => {
        const next = toggled(query, facet, value);
        const chip = make('a', { class: 'chip', href: location.pathname + writeQuery(next) }, [
          value,
          make('span', { 'aria-hidden': 'true' }, [' ×']),
          make('span', { class: 'visually-hidden' }, ['，取消这个筛选']),
        ]);
        chip.addEventListener('click', (event) => {
          event.preventDefault();
          go(next, 'push');
          count.focus();
        });
        return chip;
      }),
    );
  }

  function typed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const q = input.value.trim();
      if (q !== query.q) go({ ...query, q }, 'replace');
    }, PAUSE);
  }

  // While an input method composes, the text is pinyin that nobody means; the end of composition searches.
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go({ ...query, q: input.value.trim() }, 'push');
  });
  order.addEventListener('change', () => go({ ...query, order: orderOf(order.value) }, 'push'));
  addEventListener('popstate', () => {
    query = readQuery(location.search);
    input.value = query.q;
    void show();
  });

  byId('order-line', HTMLElement).hidden = false;
  input.value = query.q;
  void show();
}

start();
