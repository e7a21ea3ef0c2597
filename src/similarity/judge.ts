import { actFactor } from './acts.ts';
import { type Alignment, align, alignmentScore, type ComparedFunction, compareable } from './align.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { FeatureMaker, Features } from './features.ts';
import { type SharedPassage, sharedPassages } from './passages.ts';
import { asksAnswer, type Pair, type Relation, relationOf } from './relation.ts';
import { FUNCTION_SHARE, type Kernels, NAMES_ALONE } from './score.ts';
import type { Need } from './types.ts';

/** One thing that exists and is like the query. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** 0..1. */
  readonly score: number;
  readonly relation: Relation;
  /** True when the filer has to say how this one is dealt with. The office decides; nothing is refused by this. */
  readonly mustAnswer: boolean;
  readonly evidence: Evidence;
}

/** The query, once made ready. */
export interface Asked {
  readonly need: Need;
  readonly features: Features;
  readonly functions: readonly ComparedFunction[];
}

/** What the search found of the other one. */
export interface Met {
  readonly need: Need;
  readonly features: Features;
  readonly kernels: Kernels;
  readonly base: number;
}

/** The terms on which two projects are judged. */
export type Terms = Pick<Pair, 'oneArea' | 'mustAnswer'>;

/** So many of the functions of one side are enough, whatever the words around them say. */
const COVERED = 0.7;
const COVERED_ITEMS = 2;
/** So many characters in a row are copied. */
const COPIED = 60;

/** Makes the query ready for being judged against several. */
export function ask(maker: FeatureMaker, need: Need): Asked {
  return {
    need,
    features: maker.features(maker.digest(need)),
    functions: compareable(maker, need),
  };
}

/** Judges one candidate in full: functions item by item, passages, relation, and the evidence for it. */
export function judge(maker: FeatureMaker, asked: Asked, met: Met, terms: Terms): Candidate {
  const passages = sharedPassages(asked.need.description ?? '', met.need.description ?? '');
  const other = compareable(maker, met.need);
  const { pair, relation } = decide(asked, { ...met, functions: other }, terms, () => passages);
  return {
    id: met.need.id,
    name: met.need.name,
    unit: met.need.unit ?? '',
    score: pair.score,
    relation,
    mustAnswer: asksAnswer(relation),
    evidence: evidenceOf(maker, pair, met.kernels, passages, relation),
  };
}

/** What the two are to each other, without the evidence. Passages are asked for once the score is known. */
export function decide(
  asked: Asked,
  met: Omit<Met, 'kernels'> & { readonly functions: readonly ComparedFunction[] },
  terms: Terms,
  passagesOf: (score: number) => readonly SharedPassage[],
): { readonly pair: Pair; readonly relation: Relation } {
  const alignment = align(asked.functions, met.functions);
  const factor = actFactor(asked.features.act, met.features.act);
  const bare = asked.functions.length === 0 && met.functions.length === 0;
  const score = round(
    alignment.stated
      ? (1 - FUNCTION_SHARE) * met.base + FUNCTION_SHARE * factor * alignmentScore(alignment)
      : met.base * (bare ? NAMES_ALONE : 1),
  );
  const pair: Pair = {
    query: asked.need,
    other: met.need,
    features: [asked.features, met.features],
    score,
    alignment,
    triggered: factor === 1 && isTriggered(alignment, passagesOf(score)),
    bare,
    ...terms,
  };
  return { pair, relation: relationOf(pair) };
}

/** Independent of the score: most functions are there already, or the text was copied. */
function isTriggered(
  { stated, matched, there, back }: Alignment,
  passages: readonly SharedPassage[],
): boolean {
  const covered = stated && matched.length >= COVERED_ITEMS && Math.max(there, back) >= COVERED;
  return covered || passages.some(({ size }) => size >= COPIED);
}

function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
