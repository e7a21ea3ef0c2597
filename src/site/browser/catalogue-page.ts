/** The catalogue with scripts: query, facets and order stand in the address, and results appear while typing. */

import { href } from '../view/links.ts';
import { isBlank, orderOf, type Query, readQuery, toggled, writeQuery } from '../view/query.ts';
import { followTyping, type HistoryStep, newestOnly, writeAddress } from './asking.ts';
import { takeCatalogueView } from './catalogue-view.ts';
import { byId } from './elements.ts';
import { takeFacetLinks } from './facet-links.ts';
import { createSearch, type SearchOptions } from './search/client.ts';

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
  const order = byId('order', HTMLSelectElement);
  const view = takeCatalogueView((next) => go(next, 'push'));
  const ask = newestOnly();
  const similarStamp = byId('catalogue', HTMLElement).dataset.similar;
  let query: Query;

  function go(next: Query, step: HistoryStep): void {
    writeAddress(writeQuery(next), step);
    query = next;
    void show();
  }

  function takeAddress(): void {
    query = readQuery(location.search);
    input.value = query.q;
    void show();
  }

  async function show(): Promise<void> {
    const isNewest = ask();
    order.value = query.order.label;
    view.showChosen(query);
    if (isBlank(query)) return view.showStanding([]);
    const late = setTimeout(view.showWaiting, 400);
    const { q, filters, order: by } = query;
    const options = { filters, ...(by.sort ? { sort: by.sort } : {}) };
    const answer = await search.search(q, options);
    clearTimeout(late);
    if (!isNewest()) return;
    await view.showAnswer(answer, query, isNewest);
    if (answer.status === 'found' && q !== '') await widen(answer.total, query, options, isNewest);
  }

  /** Looks again by the other names that the lexicon knows; where there is still nothing, by meaning. */
  async function widen(
    own: number,
    asked: Query,
    options: SearchOptions,
    isNewest: () => boolean,
  ): Promise<void> {
    const also = await search.otherWords(asked.q, own === 0).catch(() => []);
    const words = [...new Set(also.flat())];
    if (!isNewest()) return;
    const answer = words.length === 0 ? undefined : await search.search(asked.q, { ...options, also });
    if (!isNewest()) return;
    if (answer?.status === 'found' && answer.total > own)
      return view.showAnswer(answer, asked, isNewest, { own, words });
    if (own > 0 || similarStamp === undefined) return;
    const { meant } = await import('./meant.ts');
    meant(asked.q, similarStamp, (found) => {
      if (isNewest()) view.addToMessage(found);
    });
  }

  const typed = (): string => input.value.trim();
  followTyping(input, {
    rested: () => {
      if (typed() !== query.q) go({ ...query, q: typed() }, 'replace');
    },
    submitted: () => go({ ...query, q: typed() }, 'push'),
  });
  order.addEventListener('change', () => go({ ...query, order: orderOf(order.value) }, 'push'));
  addEventListener('popstate', takeAddress);
  byId('order-line', HTMLElement).hidden = false;
  takeAddress();
}

start();
