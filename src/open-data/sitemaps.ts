import { xml } from './feeds.ts';

/** An address list holds at most this many, by its own rules 50,000. */
const PER_SITEMAP = 40_000;
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A page for search engines: its whole address, and the day of its last change where that is known, YYYY-MM-DD. */
export interface Address {
  readonly url: string;
  readonly day?: string | undefined;
}

/** Addresses for search engines (sitemaps.org), in as many lists as their number asks for. */
export function sitemaps(addresses: readonly Address[]): readonly string[] {
  const count = Math.max(Math.ceil(addresses.length / PER_SITEMAP), 1);
  return Array.from({ length: count }, (_, at) => {
    const some = addresses.slice(at * PER_SITEMAP, (at + 1) * PER_SITEMAP);
    const urls = some.map(
      ({ url, day }) => `  <url><loc>${xml(url)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`,
    );
    return `${HEAD}<urlset ${SPACE}>\n${urls.join('\n')}\n</urlset>\n`;
  });
}

/** The list of those lists, by their number. Both lie at the site's root: a list speaks only for what is below it. */
export function sitemapIndex(site: string, lists: number): string {
  const names = Array.from({ length: lists }, (_, at) => `${site}sitemap-${at + 1}.xml`);
  const items = names.map((url) => `  <sitemap><loc>${xml(url)}</loc></sitemap>`);
  return `${HEAD}<sitemapindex ${SPACE}>\n${items.join('\n')}\n</sitemapindex>\n`;
}

/** What robots are told: everything may be read, and where the addresses are. */
export function robotsText(site: string | undefined): string {
  const list = site === undefined ? '' : `Sitemap: ${site}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${list}`;
}
