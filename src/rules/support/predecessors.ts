import type { Entry } from '../../form/entry.ts';
import type { Facts } from './define-rule.ts';

/** The projects before this one, the nearest first, by 前期项目. Ends where a project comes a second time. */
export function predecessorsOf({ filing }: Entry, { entries }: Pick<Facts, 'entries'>): readonly string[] {
  const chain: string[] = [];
  let next = filing.predecessor;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = entries.get(next)?.filing.predecessor;
  }
  return chain;
}
