import type { Candidate } from '../../../src/similarity/judge.ts';
import { indexLexicon } from '../../../src/similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../../src/similarity/lexicon/lexicon.ts';
import type { Library } from '../../../src/similarity/library.ts';
import { fold } from '../../../src/similarity/normalise.ts';
import type { Need } from '../../../src/similarity/types.ts';
import type { Judged } from './data.ts';
import { type Share, wilson } from './measure.ts';

/** More than anybody reads; nothing that has to be answered stands below it. */
const LIMIT = 100;

/** What the engine says of a project, best first. */
export type Answers = (need: Need) => readonly Candidate[];

/** Asks once for each project. */
export function answersOf({ find }: Library): Answers {
  const known = new Map<Need, readonly Candidate[]>();
  return (need) => {
    const candidates = known.get(need) ?? find(need, LIMIT);
    known.set(need, candidates);
    return candidates;
  };
}

export interface MustAnswer {
  /** Over duplicate against distinct pairs, each asked from both sides. */
  readonly precision: Share;
  readonly recall: Share;
  /** Answers demanded of a filing by the whole pool, in which each kind of project stands several times. */
  readonly mean: number;
  readonly max: number;
  /** The same without what a reader found alike and without unlabelled projects of the family. */
  readonly meanUnexplained: number;
  /** Filings without any known duplicate that are asked, by anything; and by something unexplained. */
  readonly askedForNothing: Share;
  readonly askedUnexplained: Share;
}

export function mustAnswer(
  answers: Answers,
  pairs: readonly Judged[],
  needs: readonly Need[],
  families: ReadonlyMap<Need, string>,
): MustAnswer {
  const asked = (from: Need, to: Need): boolean =>
    answers(from).some(({ id, mustAnswer }) => id === to.id && mustAnswer);
  const directions = bothWays(pairs).map(({ a, b, label }) => ({ label, asked: asked(a, b) }));
  const count = (label: Judged['label'], wanted: boolean): number =>
    directions.filter((one) => one.label === label && (!wanted || one.asked)).length;
  const hits = count('duplicate', true);
  const demands = filingsOf(pairs).map((need) => demandsOf(need, answers(need), pairs, needs, families));
  const single = demands.filter(({ hasDuplicate }) => !hasDuplicate);
  return {
    precision: wilson(hits, hits + count('distinct', true)),
    recall: wilson(hits, count('duplicate', false)),
    mean: demands.reduce((sum, { all }) => sum + all, 0) / demands.length,
    max: Math.max(...demands.map(({ all }) => all)),
    meanUnexplained: demands.reduce((sum, { unexplained }) => sum + unexplained, 0) / demands.length,
    askedForNothing: wilson(single.filter(({ all }) => all > 0).length, single.length),
    askedUnexplained: wilson(single.filter(({ unexplained }) => unexplained > 0).length, single.length),
  };
}

function demandsOf(
  need: Need,
  candidates: readonly Candidate[],
  pairs: readonly Judged[],
  needs: readonly Need[],
  families: ReadonlyMap<Need, string>,
): { all: number; unexplained: number; hasDuplicate: boolean } {
  const labels = new Map(
    pairs.flatMap(({ a, b, label }) => (a === need ? [[b, label]] : b === need ? [[a, label]] : [])) as [
      Need,
      Judged['label'],
    ][],
  );
  const family = families.get(need);
  const demanded = candidates.filter((one) => one.mustAnswer).map(({ id }) => needs[Number(id)] as Need);
  const unexplained = demanded.filter((other) => {
    const label = labels.get(other);
    return label === undefined
      ? family === undefined || families.get(other) !== family
      : label === 'distinct';
  });
  return {
    all: demanded.length,
    unexplained: unexplained.length,
    hasDuplicate: [...labels.values()].includes('duplicate'),
  };
}

/** True when the lexicon knows something telling that both projects have, in whatever words. */
export function sharedConcept(concepts: readonly Concept[]): (a: Need, b: Need) => boolean {
  const lexicon = indexLexicon(concepts);
  const telling = ({ name, description = '' }: Need): ReadonlySet<number> =>
    new Set(
      lexicon
        .find(fold(`${name} ${description}`))
        .map(({ concept }) => concept)
        .filter((concept) => lexicon.concepts[concept]?.generic === false),
    );
  return (a, b) => {
    const known = telling(a);
    return [...telling(b)].some((concept) => known.has(concept));
  };
}

function filingsOf(pairs: readonly Judged[]): readonly Need[] {
  return [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
}

function bothWays(pairs: readonly Judged[]): readonly Judged[] {
  return pairs.flatMap((pair) => [pair, { ...pair, a: pair.b, b: pair.a }]);
}
