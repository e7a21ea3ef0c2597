import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import type { Library } from '../../../src/similarity/library.ts';
import type { Need } from '../../../src/similarity/types.ts';
import { type Answers, type MustAnswer, mustAnswer, sharedConcept } from './answers.ts';
import type { JudgedSet } from './data.ts';
import { familiesOf } from './families.ts';
import {
  byFamily,
  macroRecall,
  type Question,
  questionsOf,
  type Rates,
  rankOf,
  ratesOf,
  type Share,
} from './measure.ts';
import { type Method, shortlist } from './methods.ts';
import { PERTURBATIONS, perturb } from './perturb.ts';

/** The engine with one lexicon. */
export interface Variant {
  readonly name: string;
  readonly library: Library;
  readonly answers: Answers;
}

export interface MethodResult extends Rates {
  readonly macro: number;
}

export interface PerturbationResult {
  readonly recall5: Share;
  /** In points of a hundred. */
  readonly loss: number;
}

export interface SetResult {
  readonly name: JudgedSet['name'];
  readonly pairs: Readonly<Record<string, number>>;
  readonly questions: number;
  readonly families: number;
  readonly methods: Readonly<Record<string, MethodResult>>;
  readonly strata: Readonly<Record<string, Readonly<Record<string, Rates>>>>;
  /** Recall@5 of the engine by family; only where looking at it is allowed. */
  readonly byFamily?: Readonly<Record<string, Share>>;
  readonly mustAnswer: Readonly<Record<string, MustAnswer>>;
  readonly perturbations: Readonly<Record<string, Readonly<Record<string, PerturbationResult>>>>;
}

/** All figures of one set. */
export function evaluateSet(
  { name, pairs, pool }: JudgedSet,
  needs: readonly Need[],
  baselines: Readonly<Record<string, Method>>,
  variants: readonly Variant[],
  concepts: readonly Concept[],
): SetResult {
  const families = familiesOf(pairs);
  const questions = questionsOf(pairs, pool, families);
  const methods = {
    ...baselines,
    ...Object.fromEntries(variants.map((one) => [one.name, asMethod(one, needs.length)])),
  };
  const ranks = Object.fromEntries(
    Object.entries(methods).map(([key, method]) => [key, ranksOf(method, questions, pool)]),
  );
  const isKnown = sharedConcept(concepts);
  const known = questions.map(({ query, wanted }) => isKnown(query, wanted));
  const each = <T>(make: (variant: Variant) => T): Record<string, T> =>
    Object.fromEntries(variants.map((variant) => [variant.name, make(variant)]));
  const labels = ['duplicate', 'overlap', 'distinct'] as const;
  const grouped = byFamily(questions, ranks.engine ?? []);
  return {
    name,
    pairs: Object.fromEntries(
      labels.map((label) => [label, pairs.filter((pair) => pair.label === label).length]),
    ),
    questions: questions.length,
    families: grouped.size,
    methods: mapValues(ranks, (list) => ({
      ...ratesOf(list),
      macro: macroRecall(byFamily(questions, list)),
    })),
    strata: mapValues(ranks, (list) => ({
      'in lexicon': ratesOf(list.filter((_, at) => known[at])),
      'out of lexicon': ratesOf(list.filter((_, at) => !known[at])),
    })),
    ...(name === 'development'
      ? { byFamily: Object.fromEntries([...grouped].map(([key, list]) => [key, ratesOf(list).recall5])) }
      : {}),
    mustAnswer: each(({ answers }) => mustAnswer(answers, pairs, needs, families)),
    perturbations: each(({ library }) =>
      perturbed(shortlist(library, needs.length, needs.length), questions, pool),
    ),
  };
}

function asMethod({ answers }: Variant, size: number): Method {
  return (query) => {
    const scores = new Float64Array(size);
    for (const { id, score } of answers(query)) scores[Number(id)] = score;
    return scores;
  };
}

function ranksOf(method: Method, questions: readonly Question[], pool: readonly Need[]): readonly number[] {
  const scores = new Map<Need, Float64Array>();
  return questions.map((question) => {
    const known = scores.get(question.query) ?? method(question.query);
    scores.set(question.query, known);
    return rankOf(question, pool, known);
  });
}

/** What splits a project is measured twice: one part finds it, and every part finds it. */
function perturbed(
  method: Method,
  questions: readonly Question[],
  pool: readonly Need[],
): Record<string, PerturbationResult> {
  const plain = ratesOf(ranksOf(method, questions, pool)).recall5;
  const result = (ranks: readonly number[]): PerturbationResult => {
    const { recall5 } = ratesOf(ranks);
    return { recall5, loss: 100 * (plain.value - recall5.value) };
  };
  const rows = Object.entries(PERTURBATIONS).flatMap(([key, perturbation]) => {
    const scores = new Map<Need, readonly Float64Array[]>();
    const ranks = questions.map((question) => {
      const known = scores.get(question.query) ?? perturb(perturbation, question.query).map(method);
      scores.set(question.query, known);
      return known.map((one) => rankOf(question, pool, one));
    });
    const [best, worst] = [ranks.map((list) => Math.min(...list)), ranks.map((list) => Math.max(...list))];
    return ranks.some((list) => list.length > 1)
      ? [[`${key}, a part`, result(best)] as const, [`${key}, each part`, result(worst)] as const]
      : [[key, result(best)] as const];
  });
  return Object.fromEntries([['as filed', result(ranksOf(method, questions, pool))], ...rows]);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}
