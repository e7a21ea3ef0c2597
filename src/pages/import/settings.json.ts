import type { APIRoute } from 'astro';
import { siteRegistry } from '../../site/build/site.ts';

/** The 名录 and the regulation's number, for draft filings made in the browser. */
export const GET: APIRoute = async () => {
  const { units, office } = await siteRegistry();
  return new Response(JSON.stringify({ units: [...units.values()], ruleVersion: office?.ruleVersion ?? '' }));
};
