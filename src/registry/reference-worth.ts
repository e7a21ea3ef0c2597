import type { ReferenceRecord } from '../form/reference-fields.ts';

/**
 * Hosts on which a notice or a page first stands: the state's own names, schools, and the two national platforms of
 * public tenders. Whatever else a search engine found is a copy, and may be gone or be something else tomorrow.
 */
const ORIGINAL = /^(?:[a-z0-9-]+\.)*(?:gov\.cn|edu\.cn|ac\.cn|cebpubservice\.com|ctbpsp\.com)$/;

/** A reference that says nothing but what it is called: nobody can compare with it. */
export function hasNameOnly({ content, functions }: ReferenceRecord): boolean {
  return (content ?? '').trim() === '' && (functions ?? []).length === 0;
}

/** The host of a web address; undefined for anything else. */
export function hostOf(address: string): string | undefined {
  if (!/^https?:\/\/[^\s<>"']+$/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.toLowerCase();
}

/** Whether an address is where the thing was first published, by an office or a school. Only such become links. */
export function isOriginal(address: string): boolean {
  return ORIGINAL.test(hostOf(address) ?? '');
}
