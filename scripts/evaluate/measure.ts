import type { Need } from '../../src/similarity/types.ts';
import type { Scorer } from './baselines.ts';

/** Two projects and what a careful reader said of them. */
export interface Judged {
  readonly a: Need;
  readonly b: Need;
  readonly label: 'duplicate' | 'overlap' | 'distinct';
}

export interface Rates {
  readonly recall1: number;
  readonly recall5: number;
  readonly mrr: number;
}

/** How high the known duplicate stands among all projects; a query's other known matches do not count against it. */
export function retrieval(
  score: Scorer,
  pairs: readonly Judged[],
  needs: readonly Need[],
  perturb: (need: Need) => Need = (need) => need,
): Rates {
  const matches = knownMatches(pairs);
  const ranks = pairs
    .filter(({ label }) => label === 'duplicate')
    .flatMap(({ a, b }) => [[a, b] as const, [b, a] as const])
    .map(([query, wanted]) => {
      const asked = perturb(query);
      const reached = score(asked, wanted);
      const others = needs.filter(
        (need) => need !== query && need !== wanted && !matches.get(query)?.has(need),
      );
      // A tie counts against: what cannot be told apart has not been found.
      return 1 + others.filter((other) => score(asked, other) >= reached).length;
    });
  const share = (within: number): number => ranks.filter((at) => at <= within).length / ranks.length;
  return {
    recall1: share(1),
    recall5: share(5),
    mrr: ranks.reduce((sum, at) => sum + 1 / at, 0) / ranks.length,
  };
}

function knownMatches(pairs: readonly Judged[]): ReadonlyMap<Need, ReadonlySet<Need>> {
  const matches = new Map<Need, Set<Need>>();
  const add = (from: Need, to: Need): void =>
    void matches.set(from, (matches.get(from) ?? new Set()).add(to));
  for (const { a, b, label } of pairs) {
    if (label === 'distinct') continue;
    add(a, b);
    add(b, a);
  }
  return matches;
}

/** Precision and recall of the must-answer threshold over duplicate against distinct pairs. */
export function thresholdRates(
  score: Scorer,
  pairs: readonly Judged[],
  threshold: number,
): { precision: number; recall: number } {
  const judged = pairs
    .filter(({ label }) => label !== 'overlap')
    .map(({ a, b, label }) => {
      return { duplicate: label === 'duplicate', asked: (score(a, b) + score(b, a)) / 2 >= threshold };
    });
  const hits = judged.filter(({ duplicate, asked }) => duplicate && asked).length;
  return {
    precision: hits / judged.filter(({ asked }) => asked).length,
    recall: hits / judged.filter(({ duplicate }) => duplicate).length,
  };
}
