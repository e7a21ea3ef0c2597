import type { Need } from '../../../src/similarity/types.ts';
import type { Judged } from './data.ts';

/**
 * The family of each project: as the file says it, else the projects that duplicates tie it to, called by the first of
 * them. In a pair of the family 甲/乙 the first project is of 甲, the second of 乙.
 */
export function familiesOf(pairs: readonly Judged[]): ReadonlyMap<Need, string> {
  const families = new Map<Need, string>();
  const settle = (need: Need, family: string | undefined): void => {
    if (family !== undefined && !families.has(need)) families.set(need, family);
  };
  const told = pairs.filter(({ family }) => family !== undefined);
  const single = told.filter(({ family = '' }) => !family.includes('/'));
  // What was found alike says more than what stands together only to be told apart.
  const byTrust = [...single].sort((one, two) => trust(one) - trust(two));
  for (const { a, b, family } of byTrust) for (const need of [a, b]) settle(need, family);
  for (const { a, b, family = '' } of told) {
    const [first, second] = family.split('/');
    settle(a, first);
    settle(b, second);
  }
  const duplicates = pairs.filter(({ label }) => label === 'duplicate');
  // Each round carries a family one pair further.
  for (let size = -1; size !== families.size; ) {
    size = families.size;
    for (const { a, b } of duplicates) {
      settle(a, families.get(b));
      settle(b, families.get(a));
    }
    const [next] = duplicates.filter(({ a }) => !families.has(a));
    if (size === families.size && next) families.set(next.a, next.a.name);
  }
  return families;
}

function trust({ label }: Judged): number {
  return ['duplicate', 'overlap', 'distinct'].indexOf(label);
}
