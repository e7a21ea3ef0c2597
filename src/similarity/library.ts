import { countTerms, type Digest, FeatureMaker } from './features.ts';
import { Finder, SHORTLIST } from './finder.ts';
import { FROZEN_COUNTS } from './frozen.ts';
import type { Candidate } from './judge.ts';
import { indexLexicon } from './lexicon/index-lexicon.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { MUST_ANSWER } from './score.ts';
import type { Need } from './types.ts';

/** By what projects are compared: the same for a check, a command, a page and a browser, or a pair has two verdicts. */
export interface Basis {
  readonly concepts: readonly Concept[];
  /** The office's 查重阈值, 0..1: from this score on a project has to be answered; undefined: the release's figure. */
  readonly threshold: number | undefined;
}

/** Needs made ready to be searched. */
export interface Library {
  readonly finder: Finder;
  /** By the numbers that the finder gives. */
  readonly needs: readonly Need[];
  readonly digests: readonly Digest[];
  /** The entries most like a need, best first; never the need's own id. */
  readonly find: (need: Need, limit: number) => readonly Candidate[];
}

/** Puts needs in the order of their numbers. */
export type Order = (maker: FeatureMaker, needs: readonly Need[]) => readonly Need[];

/**
 * The entries of a registry. How rare a word is, is frozen with the release: merging one entry changes no other's
 * verdict.
 */
export function libraryOfRegistry(
  by: Basis,
  needs: readonly Need[],
  order: Order = (_, same) => same,
): Library {
  const maker = new FeatureMaker(indexLexicon(by.concepts), FROZEN_COUNTS);
  return libraryOf(maker, by, order(maker, needs), false);
}

/** A batch from anywhere, all taken as filed to one office for the same area; its own words count as known. */
export function libraryOfBatch(by: Basis, needs: readonly Need[]): Library {
  const lexicon = indexLexicon(by.concepts);
  return libraryOf(new FeatureMaker(lexicon, FROZEN_COUNTS, countTerms(lexicon, needs)), by, needs, true);
}

/** A registry of which only the digests are at hand: it finds what `libraryOfRegistry` finds. */
export function finderOfDigests(by: Basis, digests: readonly Digest[]): Finder {
  return finderOf(new FeatureMaker(indexLexicon(by.concepts), FROZEN_COUNTS), by, digests, false);
}

function libraryOf(maker: FeatureMaker, by: Basis, needs: readonly Need[], oneArea: boolean): Library {
  const digests = needs.map((need) => maker.digest(need));
  const finder = finderOf(maker, by, digests, oneArea);
  const find = (need: Need, limit: number): readonly Candidate[] => {
    const asked = finder.ask(need);
    const hits = finder.shortlist(asked, Math.max(limit, SHORTLIST));
    return finder.judge(asked, hits, (number) => needs[number]).slice(0, limit);
  };
  return { finder, needs, digests, find };
}

function finderOf(
  maker: FeatureMaker,
  { threshold = MUST_ANSWER }: Basis,
  digests: readonly Digest[],
  oneArea: boolean,
): Finder {
  return new Finder(maker, digests, { oneArea, threshold });
}
