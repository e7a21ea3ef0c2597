/** JSON Schema of the ledger's JSON. */
import type { APIRoute } from 'astro';
import { ledgerJsonSchema } from '../../open-data/json.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`);
