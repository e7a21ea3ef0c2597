import type { Entry } from '../domain/entry.ts';
import { isFinal } from '../domain/lifecycle/states.ts';
import type { Facts } from './define-rule.ts';

/** True once 专家论证 has passed, or the project has ended: whether it repeats another has been settled by people. */
export function isDecided(entry: Entry, { lifeOf }: Pick<Facts, 'lifeOf'>): boolean {
  const { facts, state } = lifeOf(entry);
  return facts.has('argued') || isFinal(state);
}
