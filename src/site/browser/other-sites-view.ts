/** What the other registries have, below the own list: each with its name, and said when it could not be asked. */
import { highlight } from '../../search/highlight.ts';
import { make, told } from './elements.ts';
import { marked } from './marked.ts';
import { type OtherAnswer, searchOtherSites } from './search/other-sites.ts';

/** Asks the sites for these words; `base`: where the own index lies. The answer is the nodes to show. */
export function otherSites(
  base: string,
  addresses: readonly string[],
): (q: string, filtered: boolean) => Promise<readonly Node[]> {
  const ask = searchOtherSites(base, addresses);
  return async (q, filtered) => {
    const answers = await ask(q);
    const note = filtered ? [make('p', { class: 'quiet small' }, ['筛选只用于本库，这里没有筛选。'])] : [];
    return [make('h2', {}, ['其他登记库里查到的']), ...note, ...answers.map((answer) => siteNode(answer, q))];
  };
}

function siteNode(answer: OtherAnswer, q: string): HTMLElement {
  if ('failed' in answer) {
    const site = make('a', { href: answer.address }, [new URL(answer.address).host]);
    const why = '连不上，或者对方的网站没有允许查询。这里没有它的项目，不等于它没有；可以到它的网站上查。';
    return make('div', { class: 'notice notice-wait' }, [told('没有查成：', site, ` ${why}`)]);
  }
  const { address, name, total, hits } = answer;
  const all = make('a', { href: `${address}projects/?q=${encodeURIComponent(q)}` }, ['到它的网站查看']);
  const count =
    total === 0 ? '没有查到。' : `${total} 条${total > hits.length ? `，列出前 ${hits.length} 条` : ''}。`;
  const found = (text: string): (Node | string)[] => marked(highlight(text, q));
  const items = hits.map(({ address: place, title, unit, excerpt }) =>
    make('li', {}, [
      make('a', { href: place }, found(title)),
      ' ',
      make('span', { class: 'tag' }, ['外库']),
      make('span', { class: 'quiet small' }, [` ${unit}`]),
      ...(excerpt === '' ? [] : [make('span', { class: 'summary' }, found(excerpt))]),
    ]),
  );
  return make('section', { class: 'other-site' }, [
    make('h3', {}, [name]),
    make('p', {}, [count, all, make('span', { class: 'quiet small' }, [`（${new URL(address).host}）`])]),
    ...(items.length === 0 ? [] : [make('ul', {}, items)]),
  ]);
}
