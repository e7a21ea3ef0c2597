/** The registry as a DCAT catalogue. */
import type { APIRoute } from 'astro';
import { catalogueJsonLd } from '../../open-data/dcat.ts';
import { siteAbout, siteAccounts } from '../../site/build/site.ts';

export const GET: APIRoute = async () =>
  new Response(catalogueJsonLd(await siteAccounts(), await siteAbout()), {
    headers: { 'content-type': 'application/ld+json' },
  });
