import { compareText } from '../text/finding.ts';
import { bodyOf, type Digest, type FeatureMaker, type Features } from './features.ts';
import { gramsOf } from './grams.ts';
import { foldIn, knownShare, type LatentSpace, latentSpace, sampled } from './latent.ts';
import { fold } from './normalise.ts';
import { withoutOrganisations } from './organisations.ts';
import { slotName } from './slots.ts';
import type { Need } from './types.ts';
import { pairsOf, type Vector } from './vector.ts';

/** The whole text of a need, as far as it is compared: for the likeliest entries only. */
export interface Whole {
  /** Letter pairs of name and text without names of bodies and boilerplate; those of the name count more. */
  readonly words: Vector;
  /** Letter pairs of the text as it was written, only without names of bodies. */
  readonly text: Vector;
  /** Letter pairs of everything as it was written, names of bodies and all: by these a plain search would order. */
  readonly raw: Vector;
  /** Where it lies in the latent space, and how much of it the space knows, 0..1. */
  readonly place: Float64Array | undefined;
  readonly known: number;
}

/** Reads a whole need. */
export function wholeOf(maker: FeatureMaker, space: LatentSpace, need: Need, { slots }: Features): Whole {
  const words = maker.wordsVector(gramsOf(slots.core), gramsOf(bodyOf(need)));
  const written = `${need.name} ${need.description ?? ''}`;
  const plain = withoutOrganisations(written, need.unit);
  const text = maker.plainVector(gramsOf(fold(plain)));
  return {
    words,
    text,
    raw: plain === written ? text : maker.plainVector(gramsOf(fold(written))),
    place: foldIn(space, words),
    known: knownShare(space, words),
  };
}

/** From so many entries on a registry is not read whole for one comparison, and goes by the space of the release. */
export const STOCKED = 500;

/**
 * The latent space of some entries, from their digests and, for those that are taken, the whole needs by their numbers.
 * The order of the entries makes no difference.
 */
export function spaceOf(
  maker: FeatureMaker,
  digests: readonly Digest[],
  needOf: (number: number) => Need,
): LatentSpace {
  const entries = digests.map(({ id, name }, number) => ({ id, name, number }));
  entries.sort((a, b) => compareText(a.id, b.id) || compareText(a.name, b.name));
  return latentSpace(
    sampled(entries).map(({ name, number }) =>
      pairsOf(maker.wordsVector(gramsOf(slotName(name).core), gramsOf(bodyOf(needOf(number))))),
    ),
  );
}
