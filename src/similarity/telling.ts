import type { Asked } from './judge.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { fold } from './normalise.ts';

/** Fewer character pairs than this, and no concept, say too little. */
const TELLING_GRAMS = 12;
/** 「停车」 names a field, not a need. */
const TELLING_CHARACTERS = 8;
/** An umbrella names no module. */
const NARROW = 0.6;

/** False when a need says too little for 「没有找到」, a score or a verdict to mean anything. */
export function isTelling({ features, need }: Asked): boolean {
  const { nameConcepts, concepts, grams } = features;
  const said = `${features.slots.topic}${need.description ?? ''}${need.functions?.map(({ name }) => name).join('') ?? ''}`;
  if (fold(said).replaceAll(' ', '').length < TELLING_CHARACTERS) return false;
  return nameConcepts.keys.length > 0 || concepts.keys.length > 1 || grams.keys.length >= TELLING_GRAMS;
}

/** In a plan two words are enough, if they name one narrow thing: 「停车诱导」. */
export function namesModule({ concepts, specific }: LexiconIndex, asked: Asked): boolean {
  const isNarrow = (concept: number): boolean =>
    concepts[concept]?.generic === false && (specific[concept] ?? 1) >= NARROW;
  return isTelling(asked) || asked.features.nameConcepts.keys.some(isNarrow);
}
