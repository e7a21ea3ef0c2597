import type { Entry } from '../form/entry.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import type { RegistryFacts } from './facts.ts';

/** True once 专家论证 has passed, or the project has ended: whether it repeats another has been settled by people. */
export function isDecided(entry: Entry, { lifeOf }: Pick<RegistryFacts, 'lifeOf'>): boolean {
  const { facts, state } = lifeOf(entry);
  return facts.has('argued') || isFinal(state);
}
