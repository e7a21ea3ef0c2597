/** For search engines, at the root of the site: what they may read, and the lists of all addresses. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { stepsThatHold } from '../accounts/account.ts';
import { robotsText, sitemapIndex, sitemaps } from '../open-data/sitemaps.ts';
import { siteAccounts, siteAddress, siteModel } from '../site/build/site.ts';

/** Pages besides entries that others should find. */
const PLACES = [
  '',
  'projects/',
  'similar/',
  'queue/',
  'statistics/',
  'evaluation/',
  'units/',
  'regulation/',
  'rules/',
  'guides/',
  'data/',
  'federation/',
];

interface Props {
  readonly text: string;
}

export const getStaticPaths = (async () => {
  const site = siteAddress();
  const lists = site === undefined ? [] : sitemaps(await addresses(site));
  const files = [
    ['robots.txt', robotsText(site)],
    // A list holds whole addresses: while nobody has said where the site stands, there is none.
    ...(site === undefined ? [] : [['sitemap.xml', sitemapIndex(site, lists.length)]]),
    ...lists.map((text, at) => [`sitemap-${at + 1}.xml`, text]),
  ];
  return files.map(([list, text]) => ({ params: { list }, props: { text } }));
}) satisfies GetStaticPaths;

async function addresses(site: string) {
  const { items } = await siteModel();
  const accounts = await siteAccounts();
  const recorded = new Map(
    accounts.map(({ id, life }) => [id, stepsThatHold(life).at(-1)?.event.date ?? '']),
  );
  const entries = items.map(({ id, path, date }) => {
    const [day = ''] = [date, recorded.get(id) ?? ''].sort().reverse();
    return { url: `${site}${path.slice(1)}`, ...(/^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}) };
  });
  return [...PLACES.map((path) => ({ url: `${site}${path}` })), ...entries];
}

export const GET: APIRoute<Props> = ({ props: { text } }) => new Response(text);
