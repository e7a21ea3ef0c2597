import { describe, expect, it } from 'vitest';
import type { GradedPool } from './graded.ts';
import { gradedFigures, type Ranker } from './graded-figures.ts';

const POOL: GradedPool = {
  name: 'small',
  needs: ['q', 'a', 'b', 'c'].map((id) => ({ id, name: id })),
  grades: [
    { query: 'q', candidate: 'a', grade: 3 },
    { query: 'q', candidate: 'b', grade: 1 },
    { query: 'q', candidate: 'c', grade: 2 },
  ],
};
const ranker =
  (ids: readonly string[], asked: readonly string[] = []): Ranker =>
  () => ({ ids, asked: new Set(asked) });

describe('figures of a graded pool', () => {
  it('are best for the best order, and worse for any other', () => {
    expect(gradedFigures(POOL, ranker(['a', 'c', 'b'])).ndcg5).toBe(1);
    const turned = gradedFigures(POOL, ranker(['b', 'c', 'a'])).ndcg5;
    expect(turned).toBeGreaterThan(0);
    expect(turned).toBeLessThan(1);
  });

  it('leave out of the order what nobody has graded', () => {
    expect(gradedFigures(POOL, ranker(['x', 'a', 'y', 'c', 'b'])).ndcg5).toBe(1);
  });

  it('count what is asked by grade, ungraded demands only in their number', () => {
    const figures = gradedFigures(POOL, ranker(['a', 'b'], ['a', 'b', 'x']));
    expect(figures.precision.value).toBe(0.5);
    expect([figures.recallOf3.value, figures.recallOf2.value]).toEqual([1, 0]);
    expect(figures.demanded).toBe(3);
  });
});
