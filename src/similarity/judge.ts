import { actFactor } from './acts.ts';
import { type Alignment, align, type ComparedFunction } from './align.ts';
import type { Hit } from './corpus.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Features } from './features.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { type SharedPassage, sharedPassages } from './passages.ts';
import { asksAnswer, type Pair, type Relation, relationOf } from './relation.ts';
import { scoreOf } from './score.ts';
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

/** A need, once made ready. */
export interface Asked {
  readonly need: Need;
  readonly features: Features;
  readonly functions: readonly ComparedFunction[];
}

/** The terms on which two projects are judged. */
export type Terms = Pick<Pair, 'oneArea' | 'threshold'>;

/** So many of the functions of one side are enough, whatever the words around them say. */
const COVERED = 0.7;
const COVERED_ITEMS = 2;
/** So many characters in a row are copied. */
const COPIED = 60;

/** Judges one candidate in full: functions item by item, passages, relation, and the evidence for it. */
export function judge(
  lexicon: LexiconIndex,
  query: Asked,
  other: Asked,
  { kernels, base }: Pick<Hit, 'kernels' | 'base'>,
  terms: Terms,
): Candidate {
  const alignment = align(query.functions, other.functions);
  const passages = sharedPassages(query.need.description ?? '', other.need.description ?? '');
  const factor = actFactor(query.features.act, other.features.act);
  const bare = query.functions.length === 0 && other.functions.length === 0;
  const pair: Pair = {
    query: query.need,
    other: other.need,
    features: [query.features, other.features],
    score: scoreOf(base, alignment, factor, bare),
    alignment,
    triggered: factor === 1 && isTriggered(alignment, passages),
    bare,
    ...terms,
  };
  const relation = relationOf(pair);
  return {
    id: other.need.id,
    name: other.need.name,
    unit: other.need.unit ?? '',
    score: pair.score,
    relation,
    mustAnswer: asksAnswer(relation),
    evidence: evidenceOf(lexicon, pair, kernels, passages, relation),
  };
}

/** Independent of the score: most functions are there already, or the text was copied. */
function isTriggered(
  { stated, matched, there, back }: Alignment,
  passages: readonly SharedPassage[],
): boolean {
  const covered = stated && matched.length >= COVERED_ITEMS && Math.max(there, back) >= COVERED;
  return covered || passages.some(({ size }) => size >= COPIED);
}
