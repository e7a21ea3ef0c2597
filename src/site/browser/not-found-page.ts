/** An address that leads nowhere: what its words find. */
import './polyfills.ts';
import { addressQueries, addressWords } from '../view/address-words.ts';
import { BASE, href } from '../view/links.ts';
import { byId, make, told } from './elements.ts';
import { createSearch } from './search/client.ts';

const MOST = 8;

async function offer(): Promise<void> {
  const place = byId('found', HTMLElement);
  const path = location.pathname.startsWith(BASE) ? location.pathname.slice(BASE.length) : location.pathname;
  const search = createSearch(href('/pagefind/'));
  for (const query of addressQueries(addressWords(path))) {
    const answer = await search.search(query);
    if (answer.status === 'failed') return;
    if (answer.total === 0) continue;
    const hits = await Promise.all(answer.results.slice(0, MOST).map((result) => result.load()));
    const items = hits.map(({ url, title, unit }) =>
      make('li', {}, [make('a', { href: href(url) }, [title]), unit === '' ? '' : `，${unit}`]),
    );
    place.replaceChildren(told('照网址里的字查到：', `${answer.total} 个`), make('ul', {}, items));
    place.hidden = false;
    return;
  }
}

void offer().catch(() => undefined);
