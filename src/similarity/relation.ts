import type { Alignment } from './align.ts';
import type { Features } from './features.ts';
import { type Likeness, mayBeAsked } from './likeness.ts';
import type { Relation } from './relations.ts';
import { ALIKE, alikeOf } from './score.ts';
import type { Need } from './types.ts';

/** Two projects as far as their relation depends on it. */
export interface Pair {
  readonly query: Need;
  readonly other: Need;
  readonly features: readonly [Features, Features];
  /** 0..1. */
  readonly score: number;
  /** 0..1: how likely a question about it is worth asking. */
  readonly worth: number;
  /** What the score is made of. */
  readonly likeness: Likeness;
  /** The cosine of the texts as they were written, 0..1. */
  readonly plain: number;
  readonly alignment: Alignment;
  /** Both have stated a function that a reader would agree is the same. */
  readonly reusable: boolean;
  /** Why the other has to be answered although the score alone would not ask it. */
  readonly triggered: boolean;
  /** Every record counts as filed to one office for the same area: place and unit neither excuse nor accuse. */
  readonly oneArea: boolean;
  /** From this score on the other has to be answered: the office's own figure, or the release's. */
  readonly threshold: number;
}

/** Most of what one side does, the other does too. */
const WHOLE = 0.7;
/** Less than half of what either side states is with the other: however alike the texts, only a part is. */
const PART = 0.5;

/** The first line that holds decides. What somebody does about a thing comes before how alike the words are. */
const TABLE: readonly { readonly relation: Relation; readonly when: (pair: Pair) => boolean }[] = [
  { relation: '仅供比较', when: ({ other }) => other.retired === true || other.elsewhere === true },
  { relation: '仅供比较', when: (pair) => !canArise(pair) },
  { relation: '迭代', when: isDeclaredPhase },
  { relation: '迭代', when: (pair) => isAlike(pair) && isOwnPhase(pair) },
  { relation: '共性需求', when: (pair) => isAlike(pair) && servesAnotherPlace(pair) },
  { relation: '疑似重复', when: (pair) => isAlike(pair) && isWhole(pair) },
  { relation: '部分重叠', when: isAlike },
  { relation: '可复用', when: ({ reusable }) => reusable },
];

/** What the other project is to the query. */
export function relationOf(pair: Pair): Relation {
  return TABLE.find(({ when }) => when(pair))?.relation ?? '仅供比较';
}

function isAlike({ worth, triggered, threshold }: Pair): boolean {
  return worth >= threshold || triggered;
}

/** A lease or upkeep that is renewed every year is bought twice rightly. */
function canArise(pair: Pair): boolean {
  const { likeness } = pair;
  const again = likeness.sameServiceOneUnit > 0 && (isDeclaredPhase(pair) || isRenewal(pair));
  return mayBeAsked(likeness) && !again;
}

/** The same service for another year. A batch has no units to know that by. */
function isRenewal({ query, other, features: [a, b], oneArea }: Pair): boolean {
  const oneUnit = !oneArea && query.unitCode !== undefined && query.unitCode === other.unitCode;
  return oneUnit && a.slots.year !== b.slots.year;
}

function isWhole({ likeness, alignment: { stated, there, back } }: Pair): boolean {
  const share = stated ? Math.max(there, back) : undefined;
  return (share ?? 0) >= WHOLE || ((share ?? 1) >= PART && alikeOf(likeness) >= ALIKE);
}

function isDeclaredPhase({ query, other }: Pair): boolean {
  return query.predecessor === other.id || other.predecessor === query.id;
}

function isOwnPhase({ query, other, features: [a, b], oneArea }: Pair): boolean {
  if (oneArea || query.unitCode === undefined || query.unitCode !== other.unitCode) return false;
  return a.slots.phase !== b.slots.phase || a.slots.action.some((word) => /升级|扩容|改造|提升/.test(word));
}

/** Two 街道 that need the same, each for itself. What serves the whole district serves them all. */
function servesAnotherPlace({ query, other, oneArea }: Pair): boolean {
  if (oneArea || query.unitCode === undefined || other.unitCode === undefined) return false;
  return query.unitCode !== other.unitCode && query.districtWide === false && other.districtWide === false;
}
