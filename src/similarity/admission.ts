/** How alike two projects are in one respect, each 0..1. */
export interface Kernels {
  readonly nameConcepts: number;
  readonly concepts: number;
  readonly nameGrams: number;
  readonly grams: number;
}

export type KernelName = keyof Kernels;

/** By what an entry is found among thousands; what it is judged by comes after. The lexicon carries what paraphrases share,
 * the characters what it does not know, the latent space what neither does. */
const SHARES: Readonly<Record<KernelName, number>> = {
  nameConcepts: 0.08,
  concepts: 0.28,
  nameGrams: 0.24,
  grams: 0.4,
};
/** Where the query has no name, a typed paragraph say, its concepts are held against the other's name as well. */
const SHARES_UNNAMED: Readonly<Record<KernelName, number>> = {
  nameConcepts: 0.35,
  concepts: 0.35,
  nameGrams: 0,
  grams: 0.3,
};
const LATENT = 0.5;
/** A service of the same kind comes before a build, and the other way round. */
const OTHER_ACT = 0.6;

/** What has less in common than this is no candidate. */
export const ADMITTED = 0.01;

/** The shares that count for a query with or without a name. */
export function sharesFor(named: boolean): Readonly<Record<KernelName, number>> {
  return named ? SHARES : SHARES_UNNAMED;
}

/** What an entry shares with the query: the first part of how likely it is worth judging. */
export function shared(
  nameConcepts: number,
  concepts: number,
  nameGrams: number,
  grams: number,
  shares: typeof SHARES,
): number {
  return (
    shares.nameConcepts * nameConcepts +
    shares.concepts * concepts +
    shares.nameGrams * nameGrams +
    shares.grams * grams
  );
}

/** How likely an entry is worth judging, from 0 on, by what it shares with the query and how near it lies. */
export function admitted(sum: number, near: number, sameAct: boolean): number {
  const all = sum + LATENT * near;
  return sameAct ? all : all * OTHER_ACT;
}

/** The same from all of it. */
export function admission(kernels: Kernels, near: number, shares: typeof SHARES, sameAct: boolean): number {
  const { nameConcepts, concepts, nameGrams, grams } = kernels;
  return admitted(shared(nameConcepts, concepts, nameGrams, grams, shares), near, sameAct);
}
