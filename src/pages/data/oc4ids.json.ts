/** The projects as an OC4IDS package. */
import type { APIRoute } from 'astro';
import { oc4idsPackage } from '../../open-data/oc4ids.ts';
import { siteAbout, siteAccounts } from '../../site/build/site.ts';

export const GET: APIRoute = async () =>
  new Response(oc4idsPackage(await siteAccounts(), await siteAbout()), {
    headers: { 'content-type': 'application/json' },
  });
