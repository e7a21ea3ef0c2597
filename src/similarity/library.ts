import { compareText } from '../text/finding.ts';
import { type Columns, columnsOf } from './columns.ts';
import { Corpus } from './corpus.ts';
import { countTerms, type Digest, FeatureMaker } from './features.ts';
import { Finder, SHORTLIST } from './finder.ts';
import { FROZEN_COUNTS } from './frozen.ts';
import { frozenSpace } from './frozen-space.ts';
import type { Candidate } from './judge.ts';
import type { LatentSpace } from './latent.ts';
import { indexLexicon } from './lexicon/index-lexicon.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { thresholdFor, thresholdOfPile, WANTED_PRECISION } from './score.ts';
import type { Stock } from './stock.ts';
import { StockCorpus } from './stock-corpus.ts';
import type { Need } from './types.ts';

/** By what projects are compared: the same for a check, a command, a page and a browser, or a pair has two verdicts. */
export interface Basis {
  readonly concepts: readonly Concept[];
  /** The office's 查重阈值, 0..1: from this score on a project has to be answered; undefined: what follows from `wanted`. */
  readonly threshold: number | undefined;
  /** The share of questions that shall be worth asking, 0..1: the office's 查重把握; without it the usual one. */
  readonly wanted?: number | undefined;
}

/** From which score on a project of a registry has to be answered. */
function thresholdIn({ threshold, wanted }: Omit<Basis, 'concepts'>): number {
  return threshold ?? thresholdFor(wanted ?? WANTED_PRECISION);
}

/** Needs made ready to be searched. */
export interface Library {
  readonly finder: Finder;
  /** By the numbers that the finder gives. */
  readonly needs: readonly Need[];
  readonly digests: readonly Digest[];
  /** Where texts of this library lie: part of the index, for whoever has the digests alone. */
  readonly space: LatentSpace;
  /** What is searched, as it can be kept. */
  readonly columns: Columns;
  /** The entries most like a need, best first; never the need's own id. */
  readonly find: (need: Need, limit: number) => readonly Candidate[];
}

/** So many times as many are scored in a batch as are judged in full. */
const WIDE = 5;

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
  const maker = registryMaker(by.concepts);
  return libraryOf(maker, by, order(maker, needs), false);
}

/**
 * A batch from anywhere, all taken as filed to one office for the same area; its own words count as known. `space` is the
 * latent space to use instead of that of the release.
 */
export function libraryOfBatch(by: Basis, needs: readonly Need[], space?: LatentSpace): Library {
  const lexicon = indexLexicon(by.concepts);
  const maker = new FeatureMaker(lexicon, FROZEN_COUNTS, countTerms(lexicon, needs));
  const plain = libraryOf(maker, by, needs, true, space);
  if (by.threshold !== undefined || needs.length < SMALL_PILE) return plain;
  const threshold = thresholdOfPile(thresholdIn(by), meanOfLikeliest(plain));
  return libraryOf(maker, { ...by, threshold }, needs, true, plain.space);
}

/** From fewer projects nothing can be said of how common twins are. */
const SMALL_PILE = 30;
const SAMPLED = 120;
const LIKELIEST = 5;

/** The mean score of the likeliest few of some projects, evenly taken from the pile in the order of their ids. */
function meanOfLikeliest({ needs, find }: Library): number {
  const sorted = [...needs].sort((a, b) => compareText(a.id, b.id));
  const step = Math.ceil(sorted.length / SAMPLED);
  const scores = sorted
    .filter((_, at) => at % step === 0)
    .flatMap((need) => find(need, LIKELIEST).map(({ worth }) => worth));
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** A registry of which only the digests and the space are at hand: it finds what `libraryOfRegistry` finds. */
export function finderOfDigests(by: Basis, digests: readonly Digest[], space: LatentSpace): Finder {
  const maker = registryMaker(by.concepts);
  const columns = columnsOf(maker, digests, space);
  return finderOf(maker, by, digestsIn(digests), { space, columns }, false);
}

/** A registry of which the columns and the space were kept, and whose texts are read when they are asked for. */
export function finderOfColumns(
  by: Basis,
  kept: Pick<Library, 'space' | 'columns'>,
  needOf: (number: number) => Need,
): Finder {
  const maker = registryMaker(by.concepts);
  return finderOf(maker, by, (number) => maker.digest(needOf(number)), kept, false);
}

/** A stock without what a change has touched, and the needs besides it; numbers go on where those of the stock end. */
export function finderOnStock(
  by: Basis,
  stock: Stock,
  left: ReadonlySet<string>,
  besides: readonly Need[],
): Finder {
  const maker = registryMaker(by.concepts);
  const space = frozenSpace();
  const searched = new StockCorpus(maker, stock, space, left);
  const digests = besides.map((need) => maker.digest(need));
  const many = stock.ids.length;
  const digestOf = (number: number): Digest => digests[number - many] ?? searched.digest(number);
  const corpora = [searched, new Corpus(maker, columnsOf(maker, digests, space))];
  return new Finder(maker, corpora, digestOf, space, { oneArea: false, threshold: thresholdIn(by) });
}

const makers = new WeakMap<readonly Concept[], FeatureMaker>();

/** What makes features of a registry's needs by a lexicon; the same for the same list of concepts. */
export function registryMaker(concepts: readonly Concept[]): FeatureMaker {
  const maker = makers.get(concepts) ?? new FeatureMaker(indexLexicon(concepts), FROZEN_COUNTS);
  makers.set(concepts, maker);
  return maker;
}

function libraryOf(
  maker: FeatureMaker,
  by: Basis,
  needs: readonly Need[],
  oneArea: boolean,
  space = frozenSpace(),
): Library {
  const digests = needs.map((need) => maker.digest(need));
  const columns = columnsOf(maker, digests, space);
  const finder = finderOf(maker, by, digestsIn(digests), { space, columns }, oneArea);
  const find = (need: Need, limit: number): readonly Candidate[] => {
    const asked = finder.ask(need);
    const textOf = (number: number): Need | undefined => needs[number];
    if (!oneArea) return finder.list(asked, finder.likeliest(asked, limit), textOf, limit);
    const most = Math.max(limit, SHORTLIST);
    // Where all texts are at hand, more than a page could fetch are scored.
    const hits = finder.shortlist(asked, WIDE * most);
    const all = [...hits, ...finder.further(asked, hits, needs, most)];
    return finder.judgeFirst(asked, all, textOf, { most: limit });
  };
  return { finder, needs, digests, space, columns, find };
}

function finderOf(
  maker: FeatureMaker,
  by: Basis,
  digestOf: (number: number) => Digest,
  { space, columns }: Pick<Library, 'space' | 'columns'>,
  oneArea: boolean,
): Finder {
  return new Finder(maker, [new Corpus(maker, columns)], digestOf, space, {
    oneArea,
    threshold: thresholdIn(by),
  });
}

function digestsIn(digests: readonly Digest[]): (number: number) => Digest {
  return (number) => {
    const digest = digests[number];
    if (!digest) throw new Error(`The corpus has no entry number ${number}`);
    return digest;
  };
}
