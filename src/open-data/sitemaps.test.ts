import { expect, it } from 'vitest';
import { addressBelow } from './about.ts';
import { robotsText, sitemapIndex, sitemaps } from './sitemaps.ts';

const SITE = 'https://example.cn/shuzhi/';

it('lists addresses for search engines, no more than a list may hold, and says where the lists are', () => {
  const many = Array.from({ length: 40_001 }, (_, at) => ({ url: `${SITE}${at}/?a&b`, day: '2026-03-05' }));
  const lists = sitemaps(many);
  expect(lists.map((list) => list.match(/<loc>/g)?.length)).toEqual([40_000, 1]);
  expect(lists[1]).toContain(
    `<url><loc>${SITE}40000/?a&amp;b</loc><lastmod>2026-03-05</lastmod></url>\n</urlset>`,
  );
  const index = sitemapIndex(SITE, lists.length);
  expect([...index.matchAll(/<loc>(.+?)<\/loc>/g)].map(([, url]) => url)).toEqual([
    `${SITE}sitemap-1.xml`,
    `${SITE}sitemap-2.xml`,
  ]);
  // A list speaks for its own folder and what is below: they lie where the site begins.
  for (const { url } of many.slice(0, 3)) expect(url.startsWith(SITE)).toBe(true);
  expect(robotsText(SITE)).toContain(`\nSitemap: ${SITE}sitemap.xml\n`);
  expect(robotsText(undefined)).toBe('User-agent: *\nAllow: /\n');
});

it.each([
  ['https://example.cn', '/', 'https://example.cn/'],
  ['https://example.cn//', '/shuzhi/', SITE],
  ['https://example.cn/shuzhi', '/shuzhi/', SITE],
  ['https://example.cn/shuzhi/', '/shuzhi/', SITE],
  ['https://example.cn/proxy', '/shuzhi/', 'https://example.cn/proxy/shuzhi/'],
  ['https://example.cn/shuzhi', '/', SITE],
])('%s with %s is %s', (site, base, address) => {
  expect(addressBelow(site, base)).toBe(address);
});
