import { compareable } from './align.ts';
import type { FeatureMaker } from './features.ts';
import type { Finder } from './finder.ts';
import { type Asked, decide } from './judge.ts';
import { sharedPassages } from './passages.ts';
import { asksAnswer, type Relation } from './relation.ts';
import { MUST_ANSWER } from './score.ts';
import type { Need } from './types.ts';

/** Two entries of a registry, and what the second is to the first. */
export interface Demand {
  readonly query: Need;
  readonly other: Need;
  readonly score: number;
  readonly relation: Relation;
}

/**
 * What every entry would have to answer for, among the likeliest others of each. Decides as the search for one need
 * does, but makes no evidence, and takes every entry apart only once.
 */
export function* allDemands(
  maker: FeatureMaker,
  finder: Finder,
  needs: readonly Need[],
  limit: number,
): Generator<Demand> {
  for (const [number, need] of needs.entries()) {
    const asked: Asked = { need, features: finder.features(number), functions: compareable(maker, need) };
    for (const { number: at, base } of finder.shortlistOf(number, need.id, limit)) {
      const other = needs[at] as Need;
      const met = { need: other, features: finder.features(at), functions: compareable(maker, other), base };
      // Copied text matters only where the score alone does not ask for an answer.
      const { pair, relation } = decide(
        asked,
        met,
        { oneArea: finder.oneArea, mustAnswer: MUST_ANSWER },
        (score) =>
          score >= MUST_ANSWER ? [] : sharedPassages(need.description ?? '', other.description ?? ''),
      );
      if (asksAnswer(relation)) yield { query: need, other, score: pair.score, relation };
    }
  }
}
