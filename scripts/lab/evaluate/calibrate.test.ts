import { expect, test } from 'vitest';
import { fitCalibration, probabilityOf, reliability } from './calibrate.ts';

const outcomes = [
  { score: 0.1, hit: false },
  { score: 0.2, hit: true },
  { score: 0.3, hit: false },
  { score: 0.4, hit: true },
];

test('neighbours that contradict each other are pooled', () => {
  const points = fitCalibration(outcomes);
  expect(points.map(([, share]) => share)).toEqual([0, 0.5, 1]);
  expect(points.map(([score]) => score)[1]).toBeCloseTo(0.25);
});

test('equal scores are one point, in whatever order they come', () => {
  const tied = [
    { score: 0.5, hit: true },
    { score: 0.5, hit: false },
  ];
  expect(fitCalibration(tied)).toEqual([[0.5, 0.5]]);
  expect(fitCalibration(tied.toReversed())).toEqual([[0.5, 0.5]]);
});

test('between the points the map is straight, beyond them level', () => {
  const points = [
    [0.2, 0.1],
    [0.4, 0.5],
  ] as const;
  const along = [0, 0.2, 0.3, 0.4, 1].map((score) => probabilityOf(points, score).toFixed(6));
  expect(along.map(Number)).toEqual([0.1, 0.1, 0.3, 0.5, 0.5]);
});

test('the map never falls', () => {
  const points = fitCalibration(outcomes);
  const along = Array.from({ length: 101 }, (_, at) => probabilityOf(points, at / 100));
  expect(along).toEqual(along.toSorted((one, two) => one - two));
});

test('what is foretold exactly has no error', () => {
  const { ece, brier, bins } = reliability(
    [
      { score: 0, hit: false },
      { score: 1, hit: true },
    ],
    [
      [0, 0],
      [1, 1],
    ],
  );
  expect([ece, brier]).toEqual([0, 0]);
  expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 1]);
});

test('the error is how far the bins are off, weighed by what they hold', () => {
  const sure = [[0, 0.9]] as const;
  const { ece, brier } = reliability(
    [
      { score: 0, hit: true },
      { score: 0, hit: false },
    ],
    sure,
  );
  expect(ece).toBeCloseTo(0.4);
  expect(brier).toBeCloseTo((0.01 + 0.81) / 2);
});
