import { FACET_LABELS, NAME_ONLY } from '../view/facet-labels.ts';
import { href } from '../view/links.ts';
import { cleared, type Query, toggled, writeQuery } from '../view/query.ts';
import { sumWords } from '../view/sum-words.ts';
import { byId, make, putMessage, say } from './elements.ts';
import { takeFacetLinks } from './facet-links.ts';
import { nothingFound, searchFailed } from './messages.ts';
import { takeResultList } from './result-list.ts';
import type { SearchAnswer } from './search/client.ts';

const KIND = FACET_LABELS.kind;

/** What the catalogue shows besides the search box: facets, chosen values, count, results or the standing list. */
export interface CatalogueView {
  showChosen(query: Query): void;
  showWaiting(): void;
  /** The list of the page as it was built, with a message above it. */
  showStanding(message: readonly Node[]): void;
  /** `isNewest` tells, while rows are loading, whether this answer is still wanted. */
  showAnswer(answer: SearchAnswer, query: Query, isNewest: () => boolean, widened?: WidenedBy): Promise<void>;
  /** More to read below 「没有查到」. */
  addToMessage(nodes: readonly Node[]): void;
  /** The units that the words name; none hides the line. */
  showUnits(nodes: readonly Node[]): void;
}

/** What an answer owes to other words than those typed. */
export interface WidenedBy {
  /** Results that have the typed words themselves. */
  readonly own: number;
  readonly words: readonly string[];
  /** The words are pieces of those typed, and a record has them all. */
  readonly apart?: boolean;
}

/** Takes over the page's places. `choose` gets the query that a click on a facet or a chosen value asks for. */
export function takeCatalogueView(choose: (query: Query) => void): CatalogueView {
  const count = byId('count', HTMLElement);
  const none = byId('none', HTMLElement);
  const pages = byId('pages', HTMLElement);
  const table = document.querySelector<HTMLTableElement>('table.items');
  const chips = byId('chosen', HTMLElement);
  const list = takeResultList();
  const facets = takeFacetLinks(choose);
  const units = byId('units', HTMLElement);
  const nameOnly = document.getElementById('name-only');
  const standingNameOnly = [...(nameOnly?.childNodes ?? [])];
  const sum = byId('sum', HTMLElement);
  const standing = count.textContent ?? '';
  const standingSum = sum.textContent ?? '';

  function frame(said: string, message: readonly Node[], parts: { pages: boolean; table: boolean }): void {
    say(count, said);
    putMessage(none, message);
    pages.hidden = !parts.pages;
    if (table) table.hidden = !parts.table;
  }

  function sayNameOnly(nodes: readonly Node[]): void {
    if (nameOnly) putMessage(nameOnly, nodes);
  }

  function showStanding(message: readonly Node[]): void {
    list.restore();
    facets.count(undefined);
    sayNameOnly(standingNameOnly);
    sum.textContent = standingSum;
    frame(standing, message, { pages: true, table: true });
  }

  return {
    showChosen: (query) => {
      facets.point(query);
      chips.replaceChildren(...chosenValues(query, choose, count));
    },
    showWaiting: () => say(count, '正在查…'),
    showStanding,
    showAnswer: async (answer, query, isNewest, widened) => {
      if (answer.status === 'failed') return showStanding(searchFailed(answer.reason));
      const { results, total, filterCounts } = answer;
      const marked = [query.q, ...(widened?.words ?? [])].join(' ');
      const shown = await list.show(results, marked).catch(() => 'failed');
      if (!isNewest()) return;
      if (shown === 'failed') return showStanding(searchFailed('not-loaded'));
      facets.count(filterCounts);
      sum.textContent = await answer.sum().then(sumWords, () => '');
      sayNameOnly(nameOnlyWords(query, answer));
      const message = total === 0 ? nothingFound(query) : [];
      frame(countWords(answer, query, widened), message, { pages: false, table: total > 0 });
    },
    addToMessage: (nodes) => none.append(...nodes),
    showUnits: (nodes) => putMessage(units, nodes),
  };
}

type Found = Extract<SearchAnswer, { status: 'found' }>;

/** How many of those that answer are known by name only; they are left out while the reader has not chosen a 类型. */
function nameOnlyCount({ filterCounts }: Found): number {
  return filterCounts[KIND]?.[NAME_ONLY] ?? 0;
}

/** Whether nothing but names answers: then they are listed. */
function isNameOnly(answer: Found): boolean {
  return answer.total > 0 && answer.filters[KIND]?.join() === NAME_ONLY;
}

function nameOnlyWords(query: Query, answer: Found): readonly Node[] {
  const count = nameOnlyCount(answer);
  if (count === 0 || query.filters[KIND] || answer.total === 0 || isNameOnly(answer)) return [];
  const address = href('/projects/') + writeQuery(toggled(query, KIND, NAME_ONLY));
  const link = make('a', { href: address }, [`${count} 个只有名称的参考`]);
  return [
    document.createTextNode('另有 '),
    link,
    document.createTextNode('，没有建设内容可比，不列在上面。'),
  ];
}

function countWords(answer: Found, { q, filters }: Query, widened: WidenedBy | undefined): string {
  const { total } = answer;
  if (!widened)
    return isNameOnly(answer) && !filters[KIND]
      ? `共 ${total} 条，都只有名称，没有建设内容可比`
      : `共 ${total} 条`;
  const { own, words, apart } = widened;
  const also = words.join('、');
  if (apart) return `没有连着写「${q}」的；分成 ${also} 查到 ${total} 条`;
  return own > 0
    ? `共 ${total} 条（也查了：${also}；写着「${q}」的 ${own} 条）`
    : `没有写「${q}」的；换成 ${also} 查到 ${total} 条`;
}

/** A link for every chosen value that takes it away, and one that takes all. Reading then goes on at the count. */
function chosenValues(query: Query, choose: (query: Query) => void, count: HTMLElement): HTMLElement[] {
  const chip = (next: Query, words: readonly (Node | string)[]): HTMLElement => {
    const link = make('a', { class: 'chip', href: location.pathname + writeQuery(next) }, words);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      choose(next);
      count.focus();
    });
    return link;
  };
  const chips = Object.entries(query.filters).flatMap(([facet, values]) =>
    values.map((value) =>
      chip(toggled(query, facet, value), [
        value,
        make('span', { 'aria-hidden': 'true' }, [' ×']),
        make('span', { class: 'visually-hidden' }, ['，取消这个筛选']),
      ]),
    ),
  );
  return chips.length < 2 ? chips : [...chips, chip(cleared(query), ['全部清除'])];
}
