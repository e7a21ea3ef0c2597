/** The ledger as CSV. */
import type { APIRoute } from 'astro';
import { writeCsv } from '../../ledger/out/csv.ts';
import { ledgerSheet } from '../../open-data/columns.ts';
import { siteAccounts } from '../../site/build/site.ts';

export const GET: APIRoute = async () =>
  new Response(writeCsv(ledgerSheet(await siteAccounts())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
