import { type SharedAsset, sharedAssets } from './assets.ts';
import { matchConcepts } from './concept-likeness.ts';
import { convinces } from './convincing.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import type { SharedPassage } from './passages.ts';
import { sharePoints } from './points.ts';
import type { Pair } from './relation.ts';
import { asksAnswer, type Relation } from './relations.ts';
import { accountOf } from './score.ts';
import type { Span } from './types.ts';

/** One line of the account: all points together are the score in hundredths. */
export interface PointLine {
  readonly label: string;
  readonly points: number;
}

/** A function of the query that the other side may have: only what convinces a reader. */
export interface MatchedFunction {
  readonly query: string;
  readonly other: string;
  readonly querySpan: Span;
  readonly otherSpan: Span;
  /** 0..1, two decimals. */
  readonly share: number;
}

/** Why a candidate is one, and what speaks against it. Made from the score's own features. */
export interface Evidence {
  readonly points: readonly PointLine[];
  readonly functions: {
    readonly matched: readonly MatchedFunction[];
    /** Functions of the query that the other lacks. */
    readonly missing: readonly string[];
    /** True when one side's functions are not stated but drawn from its text. */
    readonly drawn: boolean;
  };
  /** The module of the other that is what the query wants, where the other as a whole is wider. */
  readonly module?: string;
  /** Things counted in the field that both put up: cameras, sensors, rooms. */
  readonly assets: readonly SharedAsset[];
  /** The same words in both texts. */
  readonly passages: readonly { readonly query: Span; readonly other: Span }[];
  /** Concepts of the query that the other has (共有) or has something near to (相近), strongest first. */
  readonly concepts: readonly {
    readonly concept: string;
    readonly other: string;
    readonly kind: '共有' | '相近';
  }[];
  /** What speaks against their being the same. */
  readonly counter: readonly string[];
  /** What of the other could be used, and whom to ask. */
  readonly reusable: {
    readonly functions: readonly string[];
    readonly data: readonly string[];
    readonly from: string;
  };
  readonly suggestion: string;
}

const MOST = 8;
/** What is only distantly near convinces nobody. */
const CLEAR = 0.6;
/** What the other lacks is named only as far as it is the point of the query. */
const LACKING = 3;

/** The evidence card of a pair. */
export function evidenceOf(
  lexicon: LexiconIndex,
  pair: Pair,
  passages: readonly SharedPassage[],
  relation: Relation,
  module: string | undefined,
): Evidence {
  const { alignment, other } = pair;
  const { concepts, lacking } = conceptsOf(lexicon, pair);
  const convincing = alignment.matched.filter((match) => convinces(lexicon, match.query, match.other));
  const matched = convincing.map(({ query, other: there, share }) => ({
    query: query.text,
    other: there.text,
    querySpan: query.span,
    otherSpan: there.span,
    share: Math.round(share * 100) / 100,
  }));
  const missing = alignment.missing.map(({ text }) => text);
  return {
    points: pointsOf(pair),
    functions: { matched, missing, drawn: !alignment.stated },
    ...(module === undefined ? {} : { module }),
    assets: sharedAssets(pair.query, other),
    passages: passages.slice(0, MOST).map(({ query, other: there }) => ({ query, other: there })),
    concepts,
    counter: counterOf(pair, lacking),
    reusable: {
      functions: [...new Set(matched.map(({ other: name }) => name))],
      data: other.data ?? [],
      from: other.unit ?? '',
    },
    suggestion:
      other.above && asksAnswer(relation)
        ? FROM_ABOVE
        : suggest(relation, matched.length, missing.length, alignment.stated),
  };
}

/** What each respect brings or takes away; whole points that add up to the score. */
function pointsOf({ score, likeness, plain }: Pair): PointLine[] {
  const lines = accountOf(likeness, plain).map(({ label, moved }) => ({ label, value: moved }));
  return sharePoints(lines, Math.round(score * 100));
}

function conceptsOf(
  lexicon: LexiconIndex,
  { features: [a, b] }: Pair,
): { concepts: Evidence['concepts']; lacking: string[] } {
  const { concepts: known } = lexicon;
  const telling = matchConcepts(lexicon, a.concepts, b.concepts)
    .map((match, at) => ({ ...match, weight: a.concepts.values[at] ?? 0 }))
    .filter(({ concept }) => known[concept]?.generic === false)
    .sort((one, two) => two.share * two.weight - one.share * one.weight || one.concept - two.concept);
  const nameOf = (number: number): string => known[number]?.name ?? '';
  const concepts = telling
    .filter(({ share }) => share >= CLEAR)
    .slice(0, MOST)
    .map(({ concept, nearest, share }) => ({
      concept: nameOf(concept),
      other: nameOf(nearest),
      kind: share === 1 ? ('共有' as const) : ('相近' as const),
    }));
  const lacking = telling
    .filter(({ share }) => share === 0)
    .sort((one, two) => two.weight - one.weight || one.concept - two.concept);
  return { concepts, lacking: lacking.slice(0, LACKING).map(({ concept }) => nameOf(concept)) };
}

function counterOf({ query, other, features: [a, b], oneArea }: Pair, lacking: readonly string[]): string[] {
  const lines: string[] = [];
  if (a.act !== b.act) lines.push(`做的事不同：这里是${a.act}，对方是${b.act}`);
  else if (a.act !== '建设') lines.push(`两边都是${a.act}，对象各是各的`);
  if (lacking.length > 0) lines.push(`对方没有：${lacking.join('、')}`);
  const audience = (query.audience ?? []).filter((one) => !other.audience?.includes(one));
  if (other.audience && audience.length > 0) lines.push(`服务对象不同：${audience.join('、')}`);
  if (!oneArea && query.unit !== undefined && other.unit !== undefined && query.unit !== other.unit)
    lines.push(`单位不同：对方是${other.unit}`);
  if (other.elsewhere) lines.push('对方在外地，只供比较');
  if (other.retired) lines.push('对方已经停用');
  return lines;
}

/** What to do next. The machine suggests; the office decides. */
function suggest(relation: Relation, have: number, lack: number, stated: boolean): string {
  const count = stated && have > 0 ? `${have + lack} 项功能中对方已有 ${have} 项。` : '';
  return `${count}${SUGGESTIONS[relation]}`;
}

/** 第五条: what is built for everybody is used, not built again. */
const FROM_ABOVE = '国家、省、市已经统一建设或宣布建设的，先申请使用；确实不能用的，逐项写明为什么。';

const SUGGESTIONS: Readonly<Record<Relation, string>> = {
  疑似重复: '先与对方单位联系，能复用的不再建；确实不同的，逐项写明差异。',
  部分重叠: '已有的部分复用或者共建，只建没有的部分。',
  迭代: '写明前期项目，说清新增什么、停用什么、累计投资多少。',
  共性需求: '几个单位都要用，建议报办公室统一建设、共同使用。',
  可复用: '对方有现成的功能，先问能不能直接用。',
  仅供比较: '只供比较，不用答复。',
};
