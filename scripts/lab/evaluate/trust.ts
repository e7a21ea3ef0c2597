import { MODEL, thresholdFor, WANTED } from '../../../src/similarity/score.ts';
import type { TrustFigures } from '../../../src/site/view/trust.ts';
import type { GradedFigures } from './graded-figures.ts';
import type { PoolResult } from './graded-report.ts';

const METHODS: Readonly<Record<string, string>> = {
  engine: '本程序',
  'engine without lexicon': '本程序，不用词表',
  'engine without latent space': '本程序，不看词常和哪些词在一起',
  'bigram TF-IDF': '只数相同的字（TF-IDF）',
  'MiniSearch BM25': '普通的全文检索（BM25）',
};

/** The figures of the page that says how far to trust the check, from the pool that comes with the project. */
export function trustOf({ queries, figures, strata }: PoolResult): TrustFigures {
  return {
    projects: queries,
    methods: Object.entries(METHODS).flatMap(([name, label]) => {
      const one = figures[name];
      return one ? [{ label, ...figuresOf(one) }] : [];
    }),
    kinds: Object.entries(strata).map(([label, one]) => ({ label, ...figuresOf(one) })),
    dial: Object.entries(WANTED).map(([label, wanted]) => {
      const threshold = thresholdFor(wanted);
      return {
        label,
        wanted,
        threshold,
        found: MODEL.curve.find(({ from }) => from >= threshold)?.found ?? 0,
      };
    }),
  };
}

function figuresOf({ precision, recallOf3, recallOf2, ndcg5, demanded, demanded90 }: GradedFigures) {
  const asks = precision.of > 0;
  return {
    precision: asks ? round2(precision.value) : null,
    low: asks ? round2(precision.low) : null,
    duplicates: asks ? round2(recallOf3.value) : null,
    overlaps: asks ? round2(recallOf2.value) : null,
    order: round2(ndcg5),
    mean: round2(demanded),
    most: demanded90,
  };
}

function round2(value: number): number {
  return Number.isNaN(value) ? 0 : Math.round(value * 100) / 100;
}
