import { isFinal } from '../records/lifecycle/states.ts';
import type { ReadRegistry } from '../registry/facts.ts';
import type { Office } from '../registry/office.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import { thresholdFor, USUAL, WANTED } from './score.ts';
import type { Need } from './types.ts';

/** Everything of a registry that a need is compared with: filings, then references, in the order of their files. */
export function registryNeeds(
  read: Pick<ReadRegistry, 'projects' | 'references' | 'units' | 'lifeOf'>,
): readonly Need[] {
  const { projects, references, units, lifeOf } = read;
  return [
    ...projects.map(({ entry }) => needOfFiling(entry, units, isFinal(lifeOf(entry).state))),
    ...references.map(({ id, record }) => needOfReference(id, record)),
  ];
}

/** The office's 查重阈值, or the score of its 查重把握; undefined while it has set neither: then the release's figure holds. */
export function thresholdOf(office: Pick<Office, 'settings'> | undefined): number | undefined {
  const { threshold, sureness } = office?.settings ?? {};
  return (
    threshold ?? (sureness === undefined || sureness === USUAL ? undefined : thresholdFor(WANTED[sureness]))
  );
}
