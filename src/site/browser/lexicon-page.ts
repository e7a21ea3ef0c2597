/** The lexicon's search box: concepts appear while typing, and the word stands in the address. */
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
import { byId, make } from './elements.ts';

/** Waiting time after a key before searching, in milliseconds. */
const PAUSE = 160;
/** More rows than this are not read; one more letter narrows better. */
const SHOWN = 50;

const input = byId('q', HTMLInputElement);
const count = byId('count', HTMLElement);
const none = byId('none', HTMLElement);
const found = byId('found', HTMLTableElement);
const rows = byId('rows', HTMLTableSectionElement);
let entries: Promise<readonly FormsEntry[]> | undefined;
let asked = '';
let run = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Read at the first query, not with the page; read again after a failure. */
function readEntries(): Promise<readonly FormsEntry[]> {
  entries ??= fetch(href('/lexicon/forms.json')).then((answer) => {
    if (!answer.ok) throw new Error(`forms.json: ${answer.status}`);
    return answer.json() as Promise<readonly FormsEntry[]>;
  });
  entries.catch(() => {
    entries = undefined;
  });
  return entries;
}

async function show(): Promise<void> {
  const mine = ++run;
  if (asked === '') return put('', [], []);
  const word = asked;
  try {
    const matches = findConcepts(await readEntries(), word);
    if (mine === run) put(sayCount(matches.length), matches, matches.length === 0 ? nothing(word) : []);
  } catch {
    if (mine === run) put('', [], failed());
  }
}

function put(said: string, matches: readonly FormsMatch[], message: readonly Node[]): void {
  if (count.textContent !== said) count.textContent = said;
  rows.replaceChildren(...matches.slice(0, SHOWN).map(row));
  found.hidden = matches.length === 0;
  none.replaceChildren(...message);
  none.hidden = message.length === 0;
}

function sayCount(total: number): string {
  return total > SHOWN
    ? `查到 ${total} 个概念，先列 ${SHOWN} 个；多写一两个字，查得更准。`
    : `查到 ${total} 个概念`;
}

function row({ entry, forms }: FormsMatch): HTMLTableRowElement {
  const name = make('th', { scope: 'row' }, [make('a', { href: href(conceptPath(entry)) }, [entry.name])]);
  if (entry.generic) name.append(' ', make('span', { class: 'tag' }, [GENERIC_MARK]));
  const field = make('a', { href: href(fieldPath(entry.field)) }, [entry.field]);
  const words = forms.flatMap((form, at) => [...(at > 0 ? ['、'] : []), ...marked(form)]);
  return make('tr', {}, [
    name,
    make('td', { 'data-label': '领域', class: 'short nowrap' }, [field]),
    make('td', { 'data-label': '对上的叫法', class: 'short' }, words),
  ]);
}

function marked(form: string): (Node | string)[] {
  return highlight(form, asked).map(({ text, hit }) => (hit ? make('mark', {}, [text]) : text));
}

function nothing(word: string): Node[] {
  const change = make('a', { href: '#change' }, ['怎样改']);
  return [
    make('p', {}, [make('strong', {}, ['没有查到。']), `概念词表里没有哪个词含有「${word}」。`]),
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

function failed(): Node[] {
  const again = make('a', { href: location.href }, ['重新打开本页']);
  const why = '没有读到查词用的文件，网络可能断了。';
  return [make('p', {}, [make('strong', {}, ['查词没有完成。']), why, again, '再查，或者按领域逐页查看。'])];
}

function ask(how: 'push' | 'replace'): void {
  clearTimeout(timer);
  const word = input.value.trim();
  if (word === asked) return;
  asked = word;
  const address = location.pathname + (word === '' ? '' : `?${new URLSearchParams({ q: word })}`);
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void show();
}

function typed(): void {
  clearTimeout(timer);
  timer = setTimeout(() => ask('replace'), PAUSE);
}

function takeAddress(): void {
  asked = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  input.value = asked;
  void show();
}

// While an input method composes, the text is pinyin that nobody means; the end of composition searches.
input.addEventListener('input', (event) => {
  if (!(event instanceof InputEvent && event.isComposing)) typed();
});
input.addEventListener('compositionend', typed);
input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask('push');
});
addEventListener('popstate', takeAddress);
takeAddress();
