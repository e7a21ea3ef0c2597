/** The ledger as JSON. */
import type { APIRoute } from 'astro';
import { ledgerJson } from '../../open-data/json.ts';
import { siteAbout, siteAccounts } from '../../site/build/site.ts';

export const GET: APIRoute = async () =>
  new Response(ledgerJson(await siteAccounts(), await siteAbout()), {
    headers: { 'content-type': 'application/json' },
  });
