import { pinyin } from 'pinyin-pro';
import type { CatalogueItem } from './catalogue.ts';
import { type FacetKey, NAME_ONLY } from './facet-labels.ts';
import { FACETS, type Facet } from './facets.ts';

const KIND: FacetKey = 'kind';

/** A value of a facet with the items that have it. */
export interface FacetValue {
  readonly value: string;
  /** ASCII, for the address of its static pages. */
  readonly slug: string;
  readonly items: readonly CatalogueItem[];
}

/** A facet with the values that occur. */
export interface FilledFacet extends Facet {
  readonly values: readonly FacetValue[];
}

/** The facets over these items, with only the values that occur; facets without any are left out. */
export function fillFacets(items: readonly CatalogueItem[]): FilledFacet[] {
  const listed = listedItems(items);
  return FACETS.map((facet) => ({
    ...facet,
    values: facetValues(facet, facet.key === KIND ? items : listed),
  })).filter(({ values }) => values.length > 0);
}

/** What the catalogue lists unasked: all but the references of which only the name is known. */
export function listedItems(items: readonly CatalogueItem[]): readonly CatalogueItem[] {
  return items.filter(({ kind }) => kind !== NAME_ONLY);
}

function facetValues(facet: Facet, items: readonly CatalogueItem[]): FacetValue[] {
  const groups = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    for (const value of facet.of(item)) {
      const group = groups.get(value);
      if (group) group.push(item);
      else groups.set(value, [item]);
    }
  }
  const slugs = new Set<string>();
  return sortValues(facet, [...groups.keys()]).map((value) => ({
    value,
    slug: freeSlug(value, slugs),
    items: groups.get(value) ?? [],
  }));

  function sortValues({ order, descending }: Facet, values: string[]): string[] {
    if (order) return order.filter((value) => groups.has(value));
    if (descending) return values.sort().reverse();
    const size = (value: string): number => groups.get(value)?.length ?? 0;
    return values.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  }
}

/** Pinyin of the value; values that sound alike (山西, 陕西) are told apart by their code points. */
function freeSlug(value: string, taken: Set<string>): string {
  const sound = pinyin(value, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const codes = [...value].map((sign) => (sign.codePointAt(0) ?? 0).toString(36)).join('');
  const slug = sound === '' || taken.has(sound) ? `${sound}-${codes}`.replace(/^-/, '') : sound;
  taken.add(slug);
  return slug;
}
