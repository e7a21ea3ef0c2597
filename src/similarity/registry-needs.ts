import { deriveState } from '../records/lifecycle/derive.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import type { ReadRegistry } from '../registry/facts.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import type { Need } from './types.ts';

/** Everything of a registry that a need is compared with: filings, then references, in the order of their files. */
export function registryNeeds({ projects, references, records, units, today }: Read): readonly Need[] {
  const filings = projects.map(({ entry }) => {
    const { id, route, filing } = entry;
    const { state } = deriveState({ route, filing, records: records.get(id)?.events ?? [], today });
    return needOfFiling(entry, units, isFinal(state));
  });
  return [...filings, ...references.map(({ id, record }) => needOfReference(id, record))];
}

type Read = Pick<ReadRegistry, 'projects' | 'references' | 'records' | 'units' | 'today'>;
