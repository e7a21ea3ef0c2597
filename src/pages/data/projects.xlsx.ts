/** The ledger as a workbook, with totals by unit. */
import type { APIRoute } from 'astro';
import { writeWorkbook } from '../../ledger/out/workbook.ts';
import { ledgerSheet, totalsSheet } from '../../open-data/columns.ts';
import { siteAccounts } from '../../site/build/site.ts';

export const GET: APIRoute = async () => {
  const accounts = await siteAccounts();
  return new Response(Buffer.from(await writeWorkbook([ledgerSheet(accounts), totalsSheet(accounts)])));
};
