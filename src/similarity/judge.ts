import { compareText } from '../text/finding.ts';
import { type Alignment, align, type ComparedFunction, type FunctionMatch } from './align.ts';
import { convinces } from './convincing.ts';
import type { Hit } from './corpus.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { FeatureMaker, Features } from './features.ts';
import { likenessOf, mayBeAsked } from './likeness.ts';
import { type SharedPassage, sharedPassages } from './passages.ts';
import { type Pair, relationOf } from './relation.ts';
import { asksAnswer, type Relation } from './relations.ts';
import { scoreOf, worthOf } from './score.ts';
import type { Need } from './types.ts';
import { cosine } from './vector.ts';
import type { Whole } from './whole.ts';

/** One thing that exists and is like the query. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** How alike the two are, 0..1: the order. */
  readonly score: number;
  /** How likely a question about it is worth asking, 0..1; what the two are decides, beside how alike they are. */
  readonly worth: number;
  readonly relation: Relation;
  /** True when the filer has to say how this one is dealt with. The office decides; nothing is refused by this. */
  readonly mustAnswer: boolean;
  /** Built or announced by the state, the province or the city: what has to be answered of these comes first. */
  readonly above?: true;
  readonly evidence: Evidence;
}

/** The order in which candidates are named: what is built above and has to be answered, then the likest. */
export function inOrder(a: Omit<Candidate, 'evidence'>, b: Omit<Candidate, 'evidence'>): number {
  const first = (one: Omit<Candidate, 'evidence'>): number => Number(one.above === true && one.mustAnswer);
  return first(b) - first(a) || b.score - a.score || compareText(a.id, b.id);
}

/** A need, once made ready. */
export interface Asked {
  readonly need: Need;
  readonly features: Features;
  readonly functions: readonly ComparedFunction[];
  readonly whole: Whole;
}

/** The terms on which two projects are judged. */
export type Terms = Pick<Pair, 'oneArea' | 'threshold'>;

/** So many of the functions of one side are enough, whatever the words around them say. */
const COVERED = 0.7;
const COVERED_ITEMS = 2;
/** So many characters in a row are copied. */
const COPIED = 60;

/** How alike two needs are, and in what. */
export type Scored = Pick<Pair, 'likeness' | 'plain' | 'score'> & {
  /** Where both state their functions: otherwise the score does not depend on it. */
  readonly alignment?: Alignment;
};

/** The score of one candidate: functions item by item, but not yet what the two are to each other. */
export function scored(
  maker: FeatureMaker,
  query: Asked,
  other: Asked,
  { kernels }: Pick<Hit, 'kernels'>,
): Scored {
  const stated = statesAny(query.need) && statesAny(other.need);
  const alignment = stated ? align(query.functions, other.functions) : undefined;
  const likeness = likenessOf(maker, query, other, kernels.concepts, alignment);
  const plain = plainLikeness(query, other);
  return { ...(alignment ? { alignment } : {}), likeness, plain, score: scoreOf(likeness, plain) };
}

function statesAny({ functions = [] }: Need): boolean {
  return functions.length > 0;
}

/**
 * Judges one candidate in full: passages, relation, and the evidence for it. `metBy` gives the module of the other that is
 * what the query wants.
 */
export function judge(
  maker: FeatureMaker,
  query: Asked,
  other: Asked,
  likely: Scored,
  terms: Terms,
  metBy: () => string | undefined,
): Candidate {
  const { alignment = align(query.functions, other.functions), likeness } = likely;
  const passages = sharedPassages(query.need.description ?? '', other.need.description ?? '');
  const worth = worthOf(likeness);
  const module = mayBeAsked(likeness) ? metBy() : undefined;
  const builds = query.features.act === '建设' && other.features.act === '建设';
  const pair: Pair = {
    query: query.need,
    other: other.need,
    features: [query.features, other.features],
    ...likely,
    alignment,
    worth,
    reusable: alignment.stated && alignment.matched.some((match) => isReusable(maker, match)),
    triggered: module !== undefined || (builds && isTriggered(alignment, passages)),
    ...terms,
  };
  const relation = relationOf(pair);
  return {
    id: other.need.id,
    name: other.need.name,
    unit: other.need.unit ?? '',
    score: pair.score,
    worth: pair.worth,
    relation,
    mustAnswer: asksAnswer(relation),
    ...(other.need.above ? { above: true as const } : {}),
    evidence: evidenceOf(maker.lexicon, pair, passages, relation, module),
  };
}

/** The cosine of the letter pairs of two needs as they were written. */
export function plainLikeness({ whole: a }: Asked, { whole: b }: Asked): number {
  return cosine(a.raw, b.raw);
}

/** A function of the other that comes so near can be used as it is. */
const REUSABLE = 0.75;

function isReusable({ lexicon }: FeatureMaker, { query, other, share }: FunctionMatch): boolean {
  return share >= REUSABLE && convinces(lexicon, query, other);
}

/** Independent of the score: most functions are there already, or the text was copied. */
function isTriggered(
  { stated, matched, there, back }: Alignment,
  passages: readonly SharedPassage[],
): boolean {
  const covered = stated && matched.length >= COVERED_ITEMS && Math.max(there, back) >= COVERED;
  return covered || passages.some(({ size }) => size >= COPIED);
}
