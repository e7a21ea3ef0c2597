import type { Found } from '../../similarity/remote-library.ts';
import { entryLink, href } from '../view/links.ts';
import { make, told } from './elements.ts';
import { startSearcher } from './similar/searcher.ts';

/** Results by meaning that stand below 「没有查到」; the rest is on the page of its own. */
const MOST = 5;

/** What is found for a query by its meaning. A failure is said too: it is not that there is nothing. */
export function meant(query: string, stamp: string, show: (nodes: readonly Node[]) => void): void {
  const base = new URL(href('/similar/'), location.href).href;
  const searcher = startSearcher(
    { base, stamp, limit: MOST },
    {
      answered: ({ answer }) => show(answer.found.length === 0 ? [] : list(query, answer.found)),
      failed: () => show([make('p', {}, ['按意思也查了一遍，但没有查成，网络可能断了。'])]),
    },
  );
  searcher.ask(query);
}

function list(query: string, found: readonly Found[]): readonly Node[] {
  const items = found.map(({ candidate: { id, name, unit } }) =>
    make('li', {}, [make('a', { href: entryLink(id) }, [name]), unit === '' ? '' : `，${unit}`]),
  );
  const all = make('a', { href: `${href('/similar/')}#${encodeURIComponent(query)}` }, ['看像在哪里']);
  return [told('按意思查，可能相关的：', all), make('ul', { class: 'bullets', id: 'meant' }, items)];
}
