/** The names of the units, for the catalogue's search. */
import type { APIRoute } from 'astro';
import { siteModel } from '../../site/build/site.ts';
import type { UnitName } from '../../site/view/unit-search.ts';

export const GET: APIRoute = async () => {
  const { units, registry } = await siteModel();
  const names = units.map(({ code, name }): UnitName => {
    const also = registry.units.get(code)?.formerNames ?? [];
    return { code, name, also };
  });
  return new Response(JSON.stringify(names));
};
