import { type Act, actFactor } from './acts.ts';
import { type Alignment, alignmentScore } from './align.ts';

/** How alike two projects are in one respect, each 0..1. */
export interface Kernels {
  readonly nameConcepts: number;
  readonly concepts: number;
  readonly nameGrams: number;
  readonly grams: number;
}

export type KernelName = keyof Kernels;

/**
 * Shares of the score, chosen coarsely on the development pairs (npm run evaluate); neighbouring values do about as
 * well. The lexicon carries what paraphrases share, the characters what it does not know.
 */
const SHARES: Readonly<Record<KernelName, number>> = {
  nameConcepts: 0.08,
  concepts: 0.28,
  nameGrams: 0.24,
  grams: 0.4,
};

/** Share of the score that goes to functions where both sides have stated theirs; the others make room for it. */
export const FUNCTION_SHARE = 0.3;

/** Two names with nothing behind them on either side prove less than names with texts, however alike they are. */
const NAMES_ALONE = 0.7;

/** What a likeness of that kind is called where people read it. */
export const KERNEL_LABELS: Readonly<Record<KernelName, string>> = {
  nameConcepts: '名称说的是同一件事',
  concepts: '内容说的是同一件事',
  nameGrams: '名称用词相同',
  grams: '内容用词相同',
};

/** From here a candidate has to be answered. Chosen on the development pairs. */
export const MUST_ANSWER = 0.25;
/** From here the two are alike as a whole. */
export const ALIKE = 0.45;
/** Below this nothing is shown. */
export const SHOWN = 0.05;

/** Where the query has no name, a typed paragraph say, its concepts are held against the other's name as well. */
const SHARES_UNNAMED: Readonly<Record<KernelName, number>> = {
  nameConcepts: 0.35,
  concepts: 0.35,
  nameGrams: 0,
  grams: 0.3,
};

/** The shares that count for a query with or without a name. */
export function sharesFor(named: boolean): Readonly<Record<KernelName, number>> {
  return named ? SHARES : SHARES_UNNAMED;
}

/** Likeness before functions are compared, 0..1, of two acts on two things. */
export function baseScore(kernels: Kernels, shares: typeof SHARES, a: Act, b: Act): number {
  const sum =
    shares.nameConcepts * kernels.nameConcepts +
    shares.concepts * kernels.concepts +
    shares.nameGrams * kernels.nameGrams +
    shares.grams * kernels.grams;
  return Math.min(1, sum) * actFactor(a, b);
}

/**
 * The score that people see, 0..1: where both sides have stated their functions, these take their share of it. `factor`
 * is that of the two acts; `bare` holds where neither side says more than its name.
 */
export function scoreOf(base: number, alignment: Alignment, factor: number, bare: boolean): number {
  const score = alignment.stated
    ? (1 - FUNCTION_SHARE) * base + FUNCTION_SHARE * factor * alignmentScore(alignment)
    : base * (bare ? NAMES_ALONE : 1);
  return Math.round(score * 1e6) / 1e6;
}
