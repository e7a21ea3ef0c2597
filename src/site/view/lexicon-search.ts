import { type ConceptField, FIELD_PAGES } from '../../similarity/lexicon/words.ts';
import { foldPlain } from '../../text/fold.ts';

/** One concept in the file that the search box reads. */
export interface FormsEntry {
  readonly id: string;
  readonly name: string;
  readonly field: ConceptField;
  readonly generic: boolean;
  readonly forms: readonly string[];
}

/** A concept that was found, with the forms that answer the query. */
export interface FormsMatch {
  readonly entry: FormsEntry;
  readonly forms: readonly string[];
}

/** The mark of a concept that every system has and that is no need of its own. */
export const GENERIC_MARK = '通用，分量轻';

/** Site address of a business line's page. */
export function fieldPath(field: ConceptField): string {
  return `/lexicon/${FIELD_PAGES[field]}/`;
}

/** Where a concept stands: its business line's page, at its own place. */
export function conceptPath({ id, field }: Pick<FormsEntry, 'id' | 'field'>): string {
  return `${fieldPath(field)}#${id}`;
}

/**
 * Concepts with a form in which every word of the query stands, whatever its width, case and punctuation. First those
 * with the query itself as a form, then those with it in the name, then the others, each in the order of the file.
 */
export function findConcepts(entries: readonly FormsEntry[], query: string): FormsMatch[] {
  const words = query
    .split(/\s+/)
    .map(foldPlain)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const holds = (form: string): boolean => words.every((word) => foldPlain(form).includes(word));
  const whole = words.join('');
  const rank = ({ entry, forms }: FormsMatch): number => {
    if (forms.some((form) => foldPlain(form) === whole)) return 0;
    return holds(entry.name) ? 1 : 2;
  };
  return entries
    .map((entry) => ({ entry, forms: entry.forms.filter(holds) }))
    .filter(({ forms }) => forms.length > 0)
    .sort((a, b) => rank(a) - rank(b));
}
