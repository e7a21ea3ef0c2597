/** The catalogue with scripts: query, facets and order stand in the address, and results appear while typing. */

import './polyfills.ts';
import { FACET_LABELS, NAME_ONLY } from '../view/facet-labels.ts';
import { href } from '../view/links.ts';
import {
  isBlank,
  NEWEST,
  orderOf,
  type Query,
  readQuery,
  sayQuery,
  searchFilters,
  toggled,
  writeQuery,
} from '../view/query.ts';
import { sumWords } from '../view/sum-words.ts';
import { followTyping, type HistoryStep, newestOnly, writeAddress } from './asking.ts';
import { takeCatalogueView, type WidenedBy } from './catalogue-view.ts';
import { byId, putMessage } from './elements.ts';
import { takeFacetLinks } from './facet-links.ts';
import { once } from './load.ts';
import { type ShownList, takeSaveButtons } from './save-list.ts';
import { createSearch, type SearchAnswer, type SearchOptions } from './search/client.ts';

const KIND = FACET_LABELS.kind;

/** An answer, and how many of it are more than a name. */
interface Asked {
  readonly answer: SearchAnswer;
  readonly own: number;
}

function optionsOf(query: Query): SearchOptions {
  const { sort } = query.order;
  return { filters: searchFilters(query), ...(sort ? { sort } : {}) };
}

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
  const { similar: similarStamp, others = '' } = byId('catalogue', HTMLElement).dataset;
  const otherPlace = document.getElementById('others');
  const askOthers = once(async () => {
    const { otherSites } = await import('./other-sites-view.ts');
    return otherSites(href('/pagefind/'), others.split(' '));
  });
  let query: Query;
  /** What the list shows; undefined while it stands as it was built. */
  let listed: SearchAnswer | undefined;

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
    listed = undefined;
    const [first] = order.options;
    if (first) first.textContent = query.q === '' ? NEWEST : first.value;
    order.value = query.order.label;
    view.showChosen(query);
    view.showUnits([]);
    if (otherPlace) putMessage(otherPlace, []);
    if (isBlank(query)) return view.showStanding([]);
    const late = setTimeout(view.showWaiting, 400);
    const asked = query;
    const options = optionsOf(asked);
    const { answer, own } = await ownOrNameOnly(asked, options);
    clearTimeout(late);
    if (!isNewest()) return;
    if (asked.q === '') return put(answer, asked, isNewest);
    if (otherPlace) {
      const filtered = Object.keys(asked.filters).length > 0;
      void askOthers()
        .then((find) => find(asked.q, filtered))
        .then((nodes) => isNewest() && putMessage(otherPlace, nodes));
    }
    void import('./unit-hits.ts')
      .then(({ unitHits }) => unitHits(asked.q))
      .then((nodes) => isNewest() && view.showUnits(nodes));
    // Nobody is told that there is nothing before the pieces of the words were looked up.
    if (answer.status === 'found' && answer.total === 0 && (await takenApart(asked, options, isNewest)))
      return;
    if (!isNewest()) return;
    await put(answer, asked, isNewest);
    if (answer.status === 'found') await widen({ own, shown: answer.total }, asked, options, isNewest);
  }

  async function put(
    answer: SearchAnswer,
    asked: Query,
    isNewest: () => boolean,
    widened?: WidenedBy,
  ): Promise<void> {
    await view.showAnswer(answer, asked, isNewest, widened);
    if (isNewest()) listed = answer;
  }

  /** Where nothing else answers, what is known by name only is no longer left out. */
  async function ownOrNameOnly(asked: Query, options: SearchOptions): Promise<Asked> {
    const answer = await search.search(asked.q, options);
    const own = answer.status === 'found' ? answer.total : 0;
    const others = answer.status === 'found' ? (answer.filterCounts[KIND]?.[NAME_ONLY] ?? 0) : 0;
    if (own > 0 || others === 0 || asked.filters[KIND]) return { answer, own };
    const filters = { ...asked.filters, [KIND]: [NAME_ONLY] };
    return { answer: await search.search(asked.q, { ...options, filters }), own };
  }

  /** The list as it stands, for the buttons that save it. */
  async function shownList(): Promise<ShownList | undefined> {
    const asked = query;
    // What stands there may have been found by other words, or by pieces of those typed.
    const answer = listed ?? (await ownOrNameOnly(asked, optionsOf(asked))).answer;
    if (answer.status === 'failed') return undefined;
    const sum = await answer.sum().then(sumWords, () => '');
    return { results: answer.results, asked: isBlank(asked) ? '全部' : sayQuery(asked), sum };
  }

  /** Where the words stand nowhere together, in pieces; true when that was shown. */
  async function takenApart(asked: Query, options: SearchOptions, isNewest: () => boolean): Promise<boolean> {
    const pieces = await search.apart(asked.q).catch(() => '');
    const answer = pieces === '' ? undefined : await search.search(pieces, options);
    if (!isNewest() || answer?.status !== 'found' || answer.total === 0) return false;
    await put(answer, asked, isNewest, { own: 0, words: pieces.split(' '), apart: true });
    return true;
  }

  /** Looks again by the other names that the lexicon knows; where there is still nothing, by meaning. */
  async function widen(
    { own, shown }: { readonly own: number; readonly shown: number },
    asked: Query,
    options: SearchOptions,
    isNewest: () => boolean,
  ): Promise<void> {
    const also = await search.otherWords(asked.q, own === 0).catch(() => []);
    const words = [...new Set(also.flat())];
    if (!isNewest()) return;
    const answer = words.length === 0 ? undefined : await search.search(asked.q, { ...options, also });
    if (!isNewest()) return;
    if (answer?.status === 'found' && answer.total > own) return put(answer, asked, isNewest, { own, words });
    if (shown > 0 || similarStamp === undefined) return;
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
  takeSaveButtons(shownList);
  takeAddress();
}

start();
