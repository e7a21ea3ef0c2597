import type { FilterCounts } from '../../search/facets.ts';
import { href } from '../view/links.ts';
import { type Query, toggled, writeQuery } from '../view/query.ts';

/** The facets' links, made to narrow the present query. */
export interface FacetLinks {
  /** Lets every link lead to the query with its value added or taken away, and shows what is chosen. */
  point(query: Query): void;
  /** Shows these counts; values that would list nothing are hidden unless chosen. Without counts, the standing ones. */
  count(counts: FilterCounts | undefined): void;
}

/** Takes over the facets of the page. `choose` gets the query that a click asks for. */
export function takeFacetLinks(choose: ((query: Query) => void) | undefined): FacetLinks {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-facet]')].map((link) => ({
    link,
    facet: link.dataset.facet ?? '',
    value: link.dataset.value ?? '',
    place: link.querySelector('.facet-count'),
    standing: link.querySelector('.facet-count')?.textContent ?? '',
  }));
  let present: Query | undefined;
  for (const { link, facet, value } of links) {
    link.addEventListener('click', (event) => {
      if (!choose || !present || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(toggled(present, facet, value));
    });
  }
  return {
    point: (query) => {
      present = query;
      for (const { link, facet, value } of links) {
        link.href = href('/projects/') + writeQuery(toggled(query, facet, value));
        if (query.filters[facet]?.includes(value)) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    count: (counts) => {
      for (const { link, facet, value, place, standing } of links) {
        const text = counts ? String(counts[facet]?.[value] ?? 0) : standing;
        if (place) place.textContent = text;
        if (link.parentElement)
          link.parentElement.hidden = text === '0' && !link.hasAttribute('aria-current');
      }
      for (const section of document.querySelectorAll<HTMLElement>('.facet')) foldFacet(section);
    },
  };
}

/** Keeps a facet's folded part true to what can be chosen now: its number, and open when nothing stands above it. */
function foldFacet(section: HTMLElement): void {
  const shown = section.querySelectorAll(':scope > ul > li:not([hidden])').length;
  const folded = section.querySelector('details');
  const rest = folded?.querySelectorAll('li:not([hidden])').length ?? 0;
  section.hidden = shown + rest === 0;
  if (!folded) return;
  folded.hidden = rest === 0;
  if (shown === 0 && rest > 0) folded.open = true;
  const summary = folded.querySelector('summary');
  if (summary) summary.textContent = `其余 ${rest} 个`;
}
