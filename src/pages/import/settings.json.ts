import type { APIRoute } from 'astro';
import { projectFile } from '../../registry/paths.ts';
import type { Settings } from '../../site/browser/ledger/messages.ts';
import { siteRegistry } from '../../site/build/site.ts';

/** The 名录, the regulation's number and what is filed, for draft filings made in the browser. */
export const GET: APIRoute = async () => {
  const { units, office, projects } = await siteRegistry();
  const settings: Settings = {
    units: [...units.values()],
    ruleVersion: office?.ruleVersion ?? '',
    filed: projects.map(({ entry }) => projectFile(entry.id)),
  };
  return new Response(JSON.stringify(settings));
};
