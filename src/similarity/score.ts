import type { Sureness } from '../registry/settings.ts';
import { logistic } from './exp.ts';
import type { Likeness, LikenessName } from './likeness.ts';
import { log2 } from './log2.ts';
import model from './model.json' with { type: 'json' };

/** One step of the account: a respect, and by how much it moves the score. */
export interface Step {
  readonly label: string;
  readonly moved: number;
}

/** What weighs how much: written by `npm run evaluate -- --fit`, never by hand. */
export interface Model {
  readonly intercept: number;
  readonly weights: Readonly<Record<LikenessName, number>>;
  /** The share of useful pairs among the likeliest five of each project in a ledger, where most have no twin. */
  readonly natural: number;
  /** From each score on: the share of useful pairs that reach it, and of the others; rising scores. */
  readonly curve: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly from: number;
  readonly found: number;
  readonly wrong: number;
}

export const MODEL: Model = model;

/** What a likeness of that kind is called where people read it. */
export const LIKENESS_LABELS: Readonly<Record<LikenessName, string>> = {
  concepts: '内容说的是同一件事',
  sameObject: '名称说的是同一件事',
  telling: '共同的内容比较少见',
  words: '用词相同',
  text: '原文用词相同',
  commonWords: '共同的用词比较少见',
  nameCovered: '名称用词相同',
  latent: '常在一起出现的词相同',
  latentSure: '常在一起出现的词相同，两边都写得够多',
  latentAndConcepts: '用词和内容都相近',
  wordsUnknown: '词表里没有这件事，用词相同',
  latentUnknown: '词表里没有这件事，常在一起的词相同',
  functions: '功能逐项相同',
  buildAndService: '一边建设，一边是服务',
  buildAndGoods: '一边建设，一边买设备',
  buildAndSite: '一边建设，一边是一处场所的工程',
  sameServiceOneUnit: '同一单位的同类服务或设备',
  sameServiceTwoUnits: '两个单位各自的服务或设备',
  otherServices: '两样不同的服务或设备',
  parts: '同一项目的不同部分',
};

const PLAIN_LABEL = '全文字面相同';

/** What kind of pair it is decides whether a question can arise; how alike the two are it says only in part. */
const KINDS: ReadonlySet<LikenessName> = new Set([
  'buildAndService',
  'buildAndGoods',
  'buildAndSite',
  'sameServiceOneUnit',
  'sameServiceTwoUnits',
  'otherServices',
  'parts',
]);
const KIND_IN_SCORE = 0.3;

/** How alike two projects are by all that is known of them, 0..1. More in common never lowers it. */
export function alikeOf(likeness: Likeness, model: Model = MODEL): number {
  return logistic(sumOf(likeness, model, KIND_IN_SCORE));
}

/** How much of what is left to 1 the plain likeness of the letters adds: what is equally alike otherwise is told apart by it. */
const PLAIN = 0.3;

/**
 * The order in which projects are shown, 0..1, six decimals: how alike they are, and among the equally alike what counting
 * letter pairs puts first. `plain` is the cosine of the texts as they were written, 0..1.
 */
export function scoreOf(likeness: Likeness, plain: number, model: Model = MODEL): number {
  const alike = alikeOf(likeness, model);
  return round6(alike + PLAIN * plain * (1 - alike));
}

/** How likely a reader finds it worth a question, 0..1, six decimals: never more than the score. */
export function worthOf(likeness: Likeness, model: Model = MODEL): number {
  return round6(logistic(sumOf(likeness, model, 1)));
}

function sumOf(likeness: Likeness, { intercept, weights }: Model, ofKind: number): number {
  let sum = intercept;
  for (const name of NAMES) sum += partOf(name, likeness, weights, ofKind);
  return sum;
}

function partOf(name: LikenessName, likeness: Likeness, weights: Model['weights'], ofKind: number): number {
  return weights[name] * likeness[name] * (KINDS.has(name) ? ofKind : 1);
}

/** How the score came about: respect by respect, what moves it up and then what moves it down; together the score. */
export function accountOf(
  likeness: Likeness,
  plain: number,
  { intercept, weights }: Model = MODEL,
): readonly Step[] {
  let sum = intercept;
  let before = 0;
  const steps: Step[] = [];
  for (const name of NAMES) {
    const part = partOf(name, likeness, weights, KIND_IN_SCORE);
    if (part === 0) continue;
    sum += part;
    const after = logistic(sum);
    steps.push({ label: LIKENESS_LABELS[name], moved: after - before });
    before = after;
  }
  return plain === 0 ? steps : [...steps, { label: PLAIN_LABEL, moved: PLAIN * plain * (1 - before) }];
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** What is for a pair comes before what is against it. */
const NAMES = Object.keys(LIKENESS_LABELS) as LikenessName[];

/** From here two are alike as a whole. */
export const ALIKE = 0.9;
/** Below this nothing is shown as like. */
export const SHOWN = 0.05;

/** 查重把握: the share of questions that are worth asking, in an ordinary ledger. */
export const WANTED: Readonly<Record<Sureness, number>> = { 多问: 0.45, 一般: 0.6, 少问: 0.75, 很少问: 0.85 };

/** What holds unless the office says otherwise: 「每问 10 次，约 6 次有用」. */
export const USUAL: Sureness = '一般';
export const WANTED_PRECISION = WANTED[USUAL];

/**
 * From which score on a project has to be answered, so that of all questions in an ordinary ledger at least the share
 * `wanted` is worth asking. The highest known score when nothing reaches so far.
 */
export function thresholdFor(wanted: number, { curve, natural }: Model = MODEL): number {
  const reached = curve.find(({ found, wrong }) => {
    const right = natural * found;
    return right >= wanted * (right + (1 - natural) * wrong);
  });
  return reached?.from ?? curve.at(-1)?.from ?? 1;
}

/**
 * The same for a pile in which twins are commoner or rarer than in an ordinary ledger; `mean` is the mean score of the
 * likeliest five of each project. Scores are odds against the usual rate: where the rate is another, so is the score that is
 * worth a question. The rate is guessed from the scores themselves, so not all of the difference is trusted.
 */
export function thresholdOfPile(usual: number, mean: number): number {
  const shifted = logOdds(usual) + TRUSTED * (logOdds(USUAL_MEAN) - logOdds(mean));
  return Math.round(logistic(shifted) * 1e4) / 1e4;
}

/** The mean score of the likeliest five in an ordinary ledger. */
const USUAL_MEAN = 0.18;
const TRUSTED = 0.3;

/** No surer than this, however extreme the share. */
const CERTAIN = 0.01;

function logOdds(share: number): number {
  const bounded = Math.max(CERTAIN, Math.min(1 - CERTAIN, share));
  return log2(bounded / (1 - bounded)) * Math.LN2;
}
