import { isFinal } from '../records/lifecycle/states.ts';
import type { ReadRegistry } from '../registry/facts.ts';
import type { Office } from '../registry/office.ts';
import type { Basis } from './library.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import { WANTED } from './score.ts';
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

/** On what terms an office wants to be asked: its 查重阈值, or its 查重把握; the release's where it has set neither. */
export function termsOf(office: Pick<Office, 'settings'> | undefined): Omit<Basis, 'concepts'> {
  const { threshold, sureness } = office?.settings ?? {};
  return { threshold, ...(sureness === undefined ? {} : { wanted: WANTED[sureness] }) };
}
