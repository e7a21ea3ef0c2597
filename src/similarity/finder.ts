import { compareText } from '../text/finding.ts';
import { type ComparedFunction, compareable } from './align.ts';
import { Corpus, type Hit } from './corpus.ts';
import type { Digest, FeatureMaker, Features } from './features.ts';
import { type Asked, type Candidate, judge, type Terms } from './judge.ts';
import type { Need } from './types.ts';

/** How many of the likeliest are compared in full. */
export const SHORTLIST = 30;
/** Fewer character pairs than this, and no concept, say too little. */
const TELLING_GRAMS = 12;

/**
 * Finds what is like a need among many, in two steps: `shortlist` scores every entry by what its digest holds;
 * `judge` compares the likeliest in full, for which their whole text is wanted. Deterministic: no clock, no locale.
 */
export class Finder {
  readonly maker: FeatureMaker;
  readonly #corpus: Corpus;
  readonly #terms: Terms;
  /** Entries come up again and again: what was made ready is kept as long as the entry itself. */
  readonly #functions = new WeakMap<Need, readonly ComparedFunction[]>();

  constructor(maker: FeatureMaker, digests: readonly Digest[], terms: Terms) {
    this.maker = maker;
    this.#corpus = new Corpus(maker, digests);
    this.#terms = terms;
  }

  /** Makes a need ready. */
  ask(need: Need): Asked {
    const features = this.maker.features(this.maker.digest(need));
    return { need, features, functions: this.functions(need) };
  }

  /** The likeliest entries, best first, by their numbers in the order of the digests; never the need's own id. */
  shortlist(asked: Asked, limit = SHORTLIST, from?: number): readonly Hit[] {
    return this.#corpus.search(asked.features, asked.need.id, limit, from);
  }

  features(number: number): Features {
    return this.#corpus.features(number);
  }

  /** The functions of a need, ready to be compared. */
  functions(need: Need): readonly ComparedFunction[] {
    const functions = this.#functions.get(need) ?? compareable(this.maker, need);
    this.#functions.set(need, functions);
    return functions;
  }

  /** Whether an entry, or a shortlist of its twins, comes up for what its own digest holds: proof that the search works. */
  finds(number: number): boolean {
    const hits = this.#corpus.search(this.#corpus.features(number), '', SHORTLIST);
    return hits.length === SHORTLIST || hits.some((hit) => hit.number === number);
  }

  /** Compares the hits in full, best first. `textOf` gives the whole entry of a number. */
  judge(asked: Asked, hits: readonly Hit[], textOf: TextOf): readonly Candidate[] {
    return hits
      .map((hit) => {
        const need = textOf(hit.number);
        if (!need) throw new Error(`The text of entry ${hit.number} is not there`);
        const other = { need, features: this.features(hit.number), functions: this.functions(need) };
        return judge(this.maker.lexicon, asked, other, hit, this.#terms);
      })
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
  }
}

type TextOf = (number: number) => Need | undefined;

/** False when a need says too little for 「没有找到」 to mean anything. */
export function isTelling({ features }: Asked): boolean {
  const { nameConcepts, concepts, grams } = features;
  return nameConcepts.keys.length > 0 || concepts.keys.length > 1 || grams.keys.length >= TELLING_GRAMS;
}
