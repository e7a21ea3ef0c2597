import type { CatalogueItem } from './catalogue.ts';
import { type FilledFacet, fillFacets } from './facet-values.ts';
import { siteModel } from './model.ts';
import { type ListPage, paginate } from './paging.ts';

let facets: Promise<FilledFacet[]> | undefined;
let pages: Promise<ListPage<CatalogueItem>[]> | undefined;

/** The facets over the whole catalogue, filled once for a build. */
export function siteFacets(): Promise<FilledFacet[]> {
  facets ??= siteModel().then(({ items }) => fillFacets(items));
  return facets;
}

/** The pages of the whole catalogue. */
export function sitePages(): Promise<ListPage<CatalogueItem>[]> {
  pages ??= siteModel().then(({ items }) => paginate(items));
  return pages;
}
