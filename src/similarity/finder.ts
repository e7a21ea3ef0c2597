import { Corpus, type Hit } from './corpus.ts';
import { countTerms, type Digest, FeatureMaker, type Features } from './features.ts';
import { FROZEN_COUNTS } from './frozen.ts';
import { type Asked, ask, type Candidate, judge } from './judge.ts';
import { indexLexicon } from './lexicon/index-lexicon.ts';
import type { Concept } from './lexicon/lexicon.ts';
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
  readonly #maker: FeatureMaker;
  readonly #corpus: Corpus;
  readonly oneArea: boolean;

  constructor(maker: FeatureMaker, digests: readonly Digest[], oneArea: boolean) {
    this.#maker = maker;
    this.#corpus = new Corpus(maker, digests);
    this.oneArea = oneArea;
  }

  /** Makes a need ready. */
  ask(need: Need): Asked {
    return ask(this.#maker, need);
  }

  /** The likeliest entries, best first, by their numbers in the order of the digests; never the need's own id. */
  shortlist(asked: Asked, limit = SHORTLIST, from?: number): readonly Hit[] {
    return this.#corpus.search(asked.features, asked.need.id, limit, from);
  }

  features(number: number): Features {
    return this.#corpus.features(number);
  }

  /** The same for an entry by what its own digest holds: for comparing all with all, where nothing is read again. */
  shortlistOf(number: number, id: string, limit = SHORTLIST, from?: number): readonly Hit[] {
    return this.#corpus.search(this.#corpus.features(number), id, limit, from);
  }

  /** Whether an entry, or a shortlist of its twins, comes up for what its own digest holds: proof that the search works. */
  finds(number: number): boolean {
    const hits = this.#corpus.search(this.#corpus.features(number), '', SHORTLIST);
    return hits.length === SHORTLIST || hits.some((hit) => hit.number === number);
  }

  /**
   * Compares the hits in full, best first. `textOf` gives the whole entry of a number; `mustAnswer` is the score from
   * which one has to be answered, where the office has set its own.
   */
  judge(
    asked: Asked,
    hits: readonly Hit[],
    textOf: (number: number) => Need,
    mustAnswer?: number | undefined,
  ): readonly Candidate[] {
    const terms = { oneArea: this.oneArea, mustAnswer };
    return hits
      .map((hit) => {
        const features = this.#corpus.features(hit.number);
        return judge(this.#maker, asked, { ...hit, need: textOf(hit.number), features }, terms);
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }
}

/** A finder together with the entries that it searches. */
export interface Library {
  readonly maker: FeatureMaker;
  readonly finder: Finder;
  /** The entries most like a need, best first; never the need's own id. */
  readonly find: (need: Need, limit: number) => readonly Candidate[];
}

/**
 * The entries of a registry. How rare a word is, is frozen with the release: merging one entry changes no other's
 * verdict.
 */
export function libraryOfRegistry(concepts: readonly Concept[], needs: readonly Need[]): Library {
  return libraryOf(new FeatureMaker(indexLexicon(concepts), FROZEN_COUNTS), needs, false);
}

/** A batch from anywhere, all taken as filed to one office for the same area; its own words count as known. */
export function libraryOfBatch(concepts: readonly Concept[], needs: readonly Need[]): Library {
  const lexicon = indexLexicon(concepts);
  return libraryOf(new FeatureMaker(lexicon, FROZEN_COUNTS, countTerms(lexicon, needs)), needs, true);
}

function libraryOf(maker: FeatureMaker, needs: readonly Need[], oneArea: boolean): Library {
  const digests = needs.map((need) => maker.digest(need));
  const finder = new Finder(maker, digests, oneArea);
  const find = (need: Need, limit: number): readonly Candidate[] => {
    const asked = finder.ask(need);
    const hits = finder.shortlist(asked, Math.max(limit, SHORTLIST));
    return finder.judge(asked, hits, (number) => needs[number] as Need).slice(0, limit);
  };
  return { maker, finder, find };
}

/** False when a need says too little for 「没有找到」 to mean anything. */
export function isTelling({ features }: Asked): boolean {
  const { nameConcepts, concepts, grams } = features;
  return nameConcepts.keys.length > 0 || concepts.keys.length > 1 || grams.keys.length >= TELLING_GRAMS;
}
