/** A score and whether the two were duplicates. */
export interface Outcome {
  readonly score: number;
  readonly hit: boolean;
}

/** Points of a monotone piecewise-linear map from scores to probabilities, ascending. */
export type Calibration = readonly (readonly [number, number])[];

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was foretold, and the share that came true. */
  readonly foretold: number;
  readonly true: number;
}

export interface Reliability {
  readonly bins: readonly Bin[];
  readonly ece: number;
  readonly brier: number;
}

interface Block {
  scores: number;
  hits: number;
  count: number;
}

/** Fits by pooling neighbours that contradict each other; each block becomes a point at its mean score. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const blocks: Block[] = [];
  for (const { score, hits, count } of tied(outcomes)) {
    blocks.push({ scores: score * count, hits, count });
    for (let [last, before] = [blocks.at(-1), blocks.at(-2)]; last && before; ) {
      if (before.hits / before.count < last.hits / last.count) break;
      blocks.splice(-2, 2, {
        scores: before.scores + last.scores,
        hits: before.hits + last.hits,
        count: before.count + last.count,
      });
      [last, before] = [blocks.at(-1), blocks.at(-2)];
    }
  }
  return blocks.map(({ scores, hits, count }) => [scores / count, hits / count]);
}

/** Equal scores cannot be told apart, so they are one. */
function tied(outcomes: readonly Outcome[]): { score: number; hits: number; count: number }[] {
  const groups = new Map<number, { score: number; hits: number; count: number }>();
  for (const { score, hit } of outcomes) {
    const group = groups.get(score) ?? { score, hits: 0, count: 0 };
    groups.set(score, group);
    group.count++;
    if (hit) group.hits++;
  }
  return [...groups.values()].sort((a, b) => a.score - b.score);
}

/** The probability of a score: straight between the points, level beyond them. */
export function probabilityOf(calibration: Calibration, score: number): number {
  const next = calibration.findIndex(([at]) => at >= score);
  const [from, to] = [calibration[next - 1], calibration[next]];
  if (!to) return calibration.at(-1)?.[1] ?? 0;
  if (!from) return to[1];
  return from[1] + ((to[1] - from[1]) * (score - from[0])) / (to[0] - from[0]);
}

/** How well probabilities came true, in `count` bins of equal width. */
export function reliability(outcomes: readonly Outcome[], calibration: Calibration, count = 5): Reliability {
  const foretold = outcomes.map(({ score, hit }) => ({
    p: probabilityOf(calibration, score),
    y: hit ? 1 : 0,
  }));
  const bins = Array.from({ length: count }, (_, index): Bin => {
    const [from, to] = [index / count, (index + 1) / count];
    const inside = foretold.filter(({ p }) => Math.min(count - 1, Math.floor(p * count)) === index);
    return {
      from,
      to,
      count: inside.length,
      foretold: mean(inside.map(({ p }) => p)),
      true: mean(inside.map(({ y }) => y)),
    };
  });
  const off = bins.filter((bin) => bin.count > 0).map((bin) => bin.count * Math.abs(bin.foretold - bin.true));
  return {
    bins,
    ece: off.reduce((sum, one) => sum + one, 0) / outcomes.length,
    brier: mean(foretold.map(({ p, y }) => (p - y) ** 2)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
