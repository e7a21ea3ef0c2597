import { isFinal } from '../records/lifecycle/states.ts';
import type { ReadRegistry } from '../registry/facts.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import type { Need } from './types.ts';

/** Everything of a registry that a need is compared with: filings, then references, in the order of their files. */
export function registryNeeds(read: Omit<ReadRegistry, 'records' | 'today'>): readonly Need[] {
  const { projects, references, units, lifeOf } = read;
  return [
    ...projects.map(({ entry }) => needOfFiling(entry, units, isFinal(lifeOf(entry).state))),
    ...references.map(({ id, record }) => needOfReference(id, record)),
  ];
}
