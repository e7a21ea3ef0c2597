import { type LikenessName, mayBeAsked } from '../../../src/similarity/likeness.ts';
import { type CurvePoint, LIKENESS_LABELS, type Model, worthOf } from '../../../src/similarity/score.ts';
import type { Row } from './rows.ts';

/**
 * What is expected before anything is counted. Kinds of pair that can hardly be duplicates are rare among the judged pairs:
 * the figures say what the field knows of them, and the pairs correct it. Stated functions are in none of the pairs.
 */
const EXPECTED: Readonly<Partial<Record<LikenessName, number>>> = {
  functions: 3,
  buildAndService: -3,
  buildAndGoods: -3,
  buildAndSite: -2.5,
  sameServiceOneUnit: -1.5,
  sameServiceTwoUnits: -4,
  otherServices: -4,
  parts: -3.5,
};
/** These may only lower a score, all others only raise it: more in common never lowers a score. */
const LOWERING: ReadonlySet<LikenessName> = new Set([
  'buildAndService',
  'buildAndGoods',
  'buildAndSite',
  'sameServiceOneUnit',
  'sameServiceTwoUnits',
  'otherServices',
  'parts',
]);
const NAMES = Object.keys(LIKENESS_LABELS) as LikenessName[];
/** How strongly a weight is drawn to what is expected. */
const PULL = 5;
const ROUNDS = 500;
const FOLDS = 5;
/**
 * How common useful pairs are taken to be. Among the likeliest five of each project of a real ledger a twentieth are useful;
 * but the others are less alike there than in these pairs, which were gathered by families: this share makes up for it.
 */
const NATURAL = 0.165;
const STEPS = 50;

/** Logistic regression with bounded weights, and its figures from folds in which no family is on both sides. */
export function fitModel(rows: readonly Row[]): Model {
  const { intercept, weights } = learn(rows);
  return { intercept, weights, natural: NATURAL, curve: curveOf(crossValidated(rows)) };
}

interface Learned {
  readonly intercept: number;
  readonly weights: Record<LikenessName, number>;
}

/** Accelerated projected gradient descent. The rows lie one after another in one array: the loop is run a million times. */
function learn(rows: readonly Row[]): Learned {
  const width = NAMES.length;
  const mean = rows.reduce((sum, { weight }) => sum + weight, 0) / rows.length;
  const values = Float64Array.from(rows.flatMap(({ likeness }) => NAMES.map((name) => likeness[name])));
  const targets = Float64Array.from(rows, ({ useful }) => Number(useful));
  const shares = Float64Array.from(rows, ({ weight }) => weight / mean);
  const expected = NAMES.map((name) => EXPECTED[name] ?? 0);
  const rate = 1 / (0.25 * bend(values, shares, width) + PULL);
  let weights = [...expected];
  const ahead = [...expected];
  let [intercept, interceptAhead, momentum] = [-3, -3, 1];
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = ahead.map((weight, at) => PULL * (weight - (expected[at] ?? 0)));
    let slope = 0;
    for (let row = 0; row < targets.length; row++) {
      const from = row * width;
      let sum = interceptAhead;
      for (let at = 0; at < width; at++) sum += (values[from + at] as number) * (ahead[at] as number);
      const error = (shares[row] as number) * (1 / (1 + Math.exp(-sum)) - (targets[row] as number));
      slope += error;
      for (let at = 0; at < width; at++)
        slopes[at] = (slopes[at] as number) + error * (values[from + at] as number);
    }
    const next = ahead.map((weight, at) => bounded(NAMES[at], weight - rate * (slopes[at] ?? 0)));
    const nextIntercept = interceptAhead - rate * slope;
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = (momentum - 1) / nextMomentum;
    for (let at = 0; at < width; at++)
      ahead[at] = (next[at] as number) + push * ((next[at] as number) - (weights[at] as number));
    interceptAhead = nextIntercept + push * (nextIntercept - intercept);
    [weights, intercept, momentum] = [next, nextIntercept, nextMomentum];
  }
  const rounded = NAMES.map((name, at) => [name, round3(weights[at] ?? 0)] as const);
  return {
    intercept: round3(intercept),
    weights: Object.fromEntries(rounded) as Record<LikenessName, number>,
  };
}

/** The greatest curvature of the loss, by power iteration: how long a step may be. */
function bend(values: Float64Array, shares: Float64Array, width: number): number {
  let axis = Array.from({ length: width + 1 }, () => 1);
  let most = 0;
  for (let turn = 0; turn < 30; turn++) {
    const next = axis.map(() => 0);
    for (let row = 0; row < shares.length; row++) {
      const from = row * width;
      let sum = axis[width] as number;
      for (let at = 0; at < width; at++) sum += (values[from + at] as number) * (axis[at] as number);
      sum *= shares[row] as number;
      for (let at = 0; at < width; at++)
        next[at] = (next[at] as number) + sum * (values[from + at] as number);
      next[width] = (next[width] as number) + sum;
    }
    most = Math.sqrt(squares(next));
    axis = next.map((value) => value / most);
  }
  return most;
}

function bounded(name: LikenessName | undefined, weight: number): number {
  return name !== undefined && LOWERING.has(name) ? Math.min(0, weight) : Math.max(0, weight);
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Every judged row scored by a model that has seen nothing of its family. */
export function crossValidated(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly score: number }[] {
  const foldOf = (family: string): number =>
    [...family].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(rows.filter(({ family }) => foldOf(family) !== fold));
    return rows
      .filter(({ family, drawn }) => foldOf(family) === fold && !drawn)
      .map((row) => ({
        row,
        score: mayBeAsked(row.likeness)
          ? worthOf(row.likeness, { ...model, natural: NATURAL, curve: [] })
          : 0,
      }));
  }).flat();
}

/** From each score on: what share of the useful pairs reach it, and of the others. */
function curveOf(scored: readonly { readonly row: Row; readonly score: number }[]): CurvePoint[] {
  const share = (from: number, useful: boolean): number => {
    const all = scored.filter(({ row }) => row.useful === useful);
    const weight = (some: typeof scored): number => some.reduce((sum, { row }) => sum + row.weight, 0);
    return round3(weight(all.filter(({ score }) => score >= from)) / weight(all));
  };
  return Array.from({ length: STEPS - 1 }, (_, at) => (at + 1) / STEPS).map((from) => ({
    from,
    found: share(from, true),
    wrong: share(from, false),
  }));
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
