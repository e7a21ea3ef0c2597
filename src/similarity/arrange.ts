import { compareText } from '../text/finding.ts';
import type { FeatureMaker } from './features.ts';
import type { Need } from './types.ts';
import type { Vector } from './vector.ts';

/**
 * Needs in an order in which alike ones stand together, by the concept that tells most of each, then by id: what is
 * found for a question then lies in few files, and the index compresses better.
 */
export function arrange(maker: FeatureMaker, needs: readonly Need[]): readonly Need[] {
  const keyed = needs.map((need) => {
    const { nameConcepts, concepts } = maker.features(maker.digest(need));
    return { need, topic: strongest(nameConcepts) ?? strongest(concepts) ?? -1 };
  });
  return keyed.sort((a, b) => a.topic - b.topic || compareText(a.need.id, b.need.id)).map(({ need }) => need);
}

function strongest({ keys, values }: Vector): number | undefined {
  let best = 0;
  for (let at = 1; at < keys.length; at++) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return keys[best];
}
