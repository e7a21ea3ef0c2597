import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import {
  CONCEPT_FIELDS,
  type ConceptField,
  DEFAULT_WEIGHTS,
  FIELD_PAGES,
} from '../../similarity/lexicon/words.ts';
import { conceptPath, type FormsEntry } from './lexicon-search.ts';

/** One concept as another one links to it. */
export interface ConceptLink {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Only where it differs from the default. */
  readonly weight?: number;
}

/** Links of one kind: 上位, 下位 or 相关. */
export interface LinkGroup {
  readonly label: string;
  readonly links: readonly ConceptLink[];
}

export interface ConceptView {
  readonly concept: Concept;
  /** Kinds without a link are left out. */
  readonly groups: readonly LinkGroup[];
}

/** One page of the lexicon: a business line with its concepts. */
export interface FieldView {
  readonly field: ConceptField;
  /** The page's part of the address. */
  readonly page: string;
  readonly concepts: readonly ConceptView[];
  readonly forms: number;
}

/** The pages of the lexicon in the order of the business lines; lines without a concept have none. */
export function viewLexicon(concepts: readonly Concept[]): FieldView[] {
  const links = linksOf(concepts);
  return CONCEPT_FIELDS.flatMap((field) => {
    const own = concepts.filter((concept) => concept.field === field);
    if (own.length === 0) return [];
    const views = own.map((concept) => ({ concept, groups: links(concept) }));
    return [{ field, page: FIELD_PAGES[field], concepts: views, forms: countForms(own) }];
  });
}

export function countForms(concepts: readonly Concept[]): number {
  return concepts.reduce((sum, { forms }) => sum + forms.length, 0);
}

/** What the search box looks through. */
export function formsIndex(concepts: readonly Concept[]): FormsEntry[] {
  return concepts.map(({ id, name, field, generic, forms }) => ({ id, name, field, generic, forms }));
}

/** Looks a concept's links up from both ends: 下位 is written at the other concept, 相关 at either. */
function linksOf(concepts: readonly Concept[]): (concept: Concept) => LinkGroup[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrower = backwards(concepts, 'broader');
  const relatedFrom = backwards(concepts, 'related');
  return (concept) => {
    const { id, broader, related } = concept;
    const to = (ids: readonly string[], usual: number): ConceptLink[] =>
      ids.flatMap((other) => {
        const target = byId.get(other);
        return target ? [linkTo(concept, target, usual)] : [];
      });
    const both = [...new Set([...related, ...(relatedFrom.get(id) ?? [])])];
    return [
      { label: '上位', links: to(broader, DEFAULT_WEIGHTS.broader) },
      { label: '下位', links: to(narrower.get(id) ?? [], DEFAULT_WEIGHTS.broader) },
      { label: '相关', links: to(both, DEFAULT_WEIGHTS.related) },
    ].filter(({ links }) => links.length > 0);
  };
}

/** Who links to each concept, by its id. */
function backwards(concepts: readonly Concept[], kind: 'broader' | 'related'): Map<string, string[]> {
  const from = new Map<string, string[]>();
  for (const concept of concepts)
    for (const to of concept[kind]) from.set(to, [...(from.get(to) ?? []), concept.id]);
  return from;
}

/** Where both ends give a weight, the greater one counts. */
function linkTo(from: Concept, target: Concept, usual: number): ConceptLink {
  const given = [from.weights[target.id], target.weights[from.id]].filter((weight) => weight !== undefined);
  const weight = given.length > 0 ? Math.max(...given) : usual;
  const { id, name } = target;
  return { id, name, path: conceptPath(target), ...(weight === usual ? {} : { weight }) };
}
