import type { CheckResult } from './check.ts';
import { isFinal } from './domain/lifecycle/states.ts';
import { deriveState } from './domain/lifecycle.ts';
import { needOfFiling, needOfReference } from './similarity/needs.ts';
import type { Need } from './similarity/types.ts';

/** Everything of a registry that a need is compared with: filings, then references, in the order of their files. */
export function registryNeeds({ projects, references, records, units, today }: Read): readonly Need[] {
  const filings = projects.map(({ entry }) => {
    const { id, route, filing } = entry;
    const { state } = deriveState({ route, filing, records: records.get(id)?.events ?? [], today });
    return needOfFiling(entry, units, isFinal(state));
  });
  return [...filings, ...references.map(({ id, record }) => needOfReference(id, record))];
}

type Read = Pick<CheckResult, 'projects' | 'references' | 'records' | 'units' | 'today'>;
