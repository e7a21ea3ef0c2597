/** The lexicon's search box: concepts appear while typing, and the word stands in the address. */
import './polyfills.ts';
import { highlight } from '../../search/highlight.ts';
import {
  conceptPath,
  type FormsEntry,
  type FormsMatch,
  fieldPath,
  findConcepts,
  GENERIC_MARK,
} from '../view/lexicon-search.ts';
import { href } from '../view/links.ts';
import { followTyping, type HistoryStep, newestOnly, writeAddress } from './asking.ts';
import { byId, make, putMessage, say, told } from './elements.ts';
import { load, once } from './load.ts';
import { marked } from './marked.ts';

/** More rows than this are not read; one more letter narrows better. */
const MAX_CONCEPT_ROWS = 50;

const input = byId('q', HTMLInputElement);
const count = byId('count', HTMLElement);
const none = byId('none', HTMLElement);
const found = byId('found', HTMLTableElement);
const rows = byId('rows', HTMLTableSectionElement);
let asked = '';
const ask = newestOnly();

/** Read at the first query, not with the page. */
const readEntries = once(async () => {
  return (await (await load(href('/lexicon/forms.json'))).json()) as readonly FormsEntry[];
});

async function show(): Promise<void> {
  const isNewest = ask();
  if (asked === '') return put('', [], []);
  const word = asked;
  try {
    const matches = findConcepts(await readEntries(), word);
    if (isNewest()) put(sayCount(matches.length), matches, matches.length === 0 ? noConcept(word) : []);
  } catch {
    if (isNewest()) put('', [], lookupFailed());
  }
}

function put(said: string, matches: readonly FormsMatch[], message: readonly Node[]): void {
  say(count, said);
  rows.replaceChildren(...matches.slice(0, MAX_CONCEPT_ROWS).map(conceptRow));
  found.hidden = matches.length === 0;
  putMessage(none, message);
}

function sayCount(total: number): string {
  return total > MAX_CONCEPT_ROWS
    ? `查到 ${total} 个概念，先列 ${MAX_CONCEPT_ROWS} 个；多写一两个字，查得更准。`
    : `查到 ${total} 个概念`;
}

function conceptRow({ entry, forms }: FormsMatch): HTMLTableRowElement {
  const name = make('th', { scope: 'row' }, [make('a', { href: href(conceptPath(entry)) }, [entry.name])]);
  if (entry.generic) name.append(' ', make('span', { class: 'tag' }, [GENERIC_MARK]));
  const field = make('a', { href: href(fieldPath(entry.field)) }, [entry.field]);
  const words = forms.flatMap((form, at) => [...(at > 0 ? ['、'] : []), ...marked(highlight(form, asked))]);
  return make('tr', {}, [
    name,
    make('td', { 'data-label': '领域', class: 'short nowrap' }, [field]),
    make('td', { 'data-label': '对上的叫法', class: 'short' }, words),
  ]);
}

function noConcept(word: string): Node[] {
  const change = make('a', { href: '#change' }, ['怎样改']);
  return [
    told('没有查到。', `概念词表里没有哪个词含有「${word}」。`),
    make('ul', { class: 'bullets' }, [
      make('li', {}, ['少写几个字，或者换一种说法，例如把「智慧停车管理平台」改成「停车」。']),
      make('li', {}, [
        `确实没有的，把「${word}」加进意思相同的概念；没有这样的概念，就加一个，见`,
        change,
        '。',
      ]),
    ]),
  ];
}

function lookupFailed(): Node[] {
  const again = make('a', { href: location.href }, ['重新打开本页']);
  return [
    told('查词没有完成。', '没有读到查词用的文件，网络可能断了。', again, '再查，或者按领域逐页查看。'),
  ];
}

function go(step: HistoryStep): void {
  const word = input.value.trim();
  if (word === asked) return;
  asked = word;
  writeAddress(word === '' ? '' : `?${new URLSearchParams({ q: word })}`, step);
  void show();
}

function takeAddress(): void {
  asked = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  input.value = asked;
  void show();
}

followTyping(input, { rested: () => go('replace'), submitted: () => go('push') });
addEventListener('popstate', takeAddress);
takeAddress();
