import type { FeatureMaker } from './features.ts';
import { foldIn, type LatentSpace } from './latent.ts';
import { makeVector, type Vector } from './vector.ts';

/** So many terms are taken. */
const MOST = 80;

const directions = new WeakMap<LatentSpace, ReadonlyMap<number, Float64Array>>();

function directionsIn(space: LatentSpace): ReadonlyMap<number, Float64Array> {
  const known = directions.get(space);
  if (known) return known;
  const made = new Map<number, Float64Array>();
  for (const term of space.terms.keys()) {
    const place = foldIn(space, { keys: [term], values: [1] });
    if (place) made.set(term, place);
  }
  directions.set(space, made);
  return made;
}

/** The letter pairs that lie nearest to a place in the space, whether they stand in the text or not: what goes with it. */
export function nearTerms(maker: FeatureMaker, space: LatentSpace, place: Float64Array | undefined): Vector {
  if (!place) return makeVector(new Map());
  const near: [term: number, weight: number][] = [];
  for (const [term, direction] of directionsIn(space)) {
    let sum = 0;
    for (let axis = 0; axis < direction.length; axis++)
      sum += (direction[axis] as number) * (place[axis] as number);
    if (sum > 0) near.push([term, sum * maker.gramRarity(term)]);
  }
  near.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return makeVector(new Map(near.slice(0, MOST)));
}
