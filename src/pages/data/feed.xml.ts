/** What was filed and recorded of late, as an Atom feed. */
import type { APIRoute } from 'astro';
import { atomFeed } from '../../open-data/feeds.ts';
import { siteAbout, siteAccounts } from '../../site/build/site.ts';
import { BASE } from '../../site/view/links.ts';

export const GET: APIRoute = async () =>
  new Response(atomFeed(await siteAccounts(), await siteAbout(), BASE), {
    headers: { 'content-type': 'application/atom+xml' },
  });
