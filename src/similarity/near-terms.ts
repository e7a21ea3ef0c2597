import type { FeatureMaker } from './features.ts';
import { foldIn, type LatentSpace } from './latent.ts';
import { makeVector, type Vector } from './vector.ts';

/** So many terms are taken. */
const MOST = 80;

/** Where each term of a space lies, one after the other: a space has thousands, and each need is held against all. */
interface Directions {
  readonly terms: readonly number[];
  readonly places: Float64Array;
}

const directions = new WeakMap<LatentSpace, Directions>();

function directionsIn(space: LatentSpace): Directions {
  const known = directions.get(space);
  if (known) return known;
  const terms = [...space.terms.keys()];
  const places = new Float64Array(terms.length * space.size);
  for (const [at, term] of terms.entries()) {
    const place = foldIn(space, { keys: [term], values: [1] });
    if (place) places.set(place, at * space.size);
  }
  const made = { terms, places };
  directions.set(space, made);
  return made;
}

/** The letter pairs that lie nearest to a place in the space, whether they stand in the text or not: what goes with it. */
export function nearTerms(maker: FeatureMaker, space: LatentSpace, place: Float64Array | undefined): Vector {
  if (!place) return makeVector(new Map());
  const { terms, places } = directionsIn(space);
  const nearest: [term: number, weight: number][] = [];
  let least = 0;
  for (let at = 0; at < terms.length; at++) {
    let sum = 0;
    for (let axis = 0; axis < space.size; axis++)
      sum += (places[at * space.size + axis] as number) * (place[axis] as number);
    // No rarity is above 1.
    if (sum <= least) continue;
    const term = terms[at] as number;
    const weight = sum * maker.gramRarity(term);
    if (weight <= least) continue;
    let rank = nearest.length;
    while (rank > 0 && (nearest[rank - 1]?.[1] ?? 0) < weight) rank--;
    nearest.splice(rank, 0, [term, weight]);
    if (nearest.length > MOST) nearest.pop();
    if (nearest.length === MOST) least = nearest[MOST - 1]?.[1] ?? 0;
  }
  return makeVector(new Map(nearest));
}
