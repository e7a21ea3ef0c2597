import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGrams, gramOf, gramText } from './grams.ts';
import { log2 } from './log2.ts';
import { fold } from './normalise.ts';
import { sharedPassages } from './passages.ts';
import { sharePoints } from './points.ts';
import { rarityOf } from './rarity.ts';
import { cosine, makeVector } from './vector.ts';

describe('log2', () => {
  it('agrees with Math.log2 to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        expect(log2(value)).toBeCloseTo(Math.log2(value), 10);
      }),
    );
  });
});

describe('points', () => {
  it('add up to the total, and none is further from its value than rounding needs', () => {
    const values = fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(values, (all) => {
        const total = Math.round(all.reduce((sum, value) => sum + value, 0) * 100) + 0;
        const lines = sharePoints(
          all.map((value, n) => ({ label: String(n), value })),
          total,
        );
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(total);
        for (const { label, points } of lines)
          expect(Math.abs(points - (all[Number(label)] as number) * 100)).toBeLessThanOrEqual(1.000001);
      }),
    );
  });
});

describe('grams', () => {
  it('are pairs of Han characters and whole Latin words; numbers alone are none', () => {
    const grams = countGrams(fold('停车OA 2024 a 停车'));
    expect(grams.get(gramOf('停车'))).toBe(2);
    expect([...grams.keys()].filter((gram) => gramText(gram) === undefined)).toHaveLength(1);
    expect(grams.size).toBe(2);
  });
});

describe('rarity', () => {
  it('is 1 for what stands nowhere and falls with what is common', () => {
    const counts = { total: 100, concepts: new Map([['a', 50]]), grams: new Map([[1, 2]]) };
    const { concept, gram } = rarityOf(counts, counts);
    expect(concept('nowhere')).toBe(1);
    expect(concept('a')).toBeLessThan(gram(1));
    expect(concept('a')).toBeGreaterThan(0);
  });
});

describe('cosine', () => {
  it('lies between 0 and 1, is 1 with itself, and the same both ways', () => {
    const vector = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0.1, max: 9, noNaN: true })))
      .map((pairs) => makeVector(new Map(pairs)));
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(cosine(a, b)).toBe(cosine(b, a));
        expect(cosine(a, b)).toBeLessThanOrEqual(1);
        if (a.keys.length > 0) expect(cosine(a, a)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('shared passages', () => {
  const same = '为独居老人安装智能终端，十二小时无活动自动报警并派发工单';

  it('are found with their places in both texts as written', () => {
    const [a, b] = [`本项目${same}。其余从略。`, `先写别的几句话。${same}，另建大屏。`];
    const [first] = sharedPassages(a, b);
    expect(a.slice(first?.query.start, first?.query.end)).toBe(same);
    expect(b.slice(first?.other.start, first?.other.end)).toBe(same);
  });

  it('are found wherever they stand, whatever stands around them', () => {
    const around = fc.string({ unit: fc.constantFrom(...'数据共享停车老人a1，。\u200b'), maxLength: 40 });
    fc.assert(
      fc.property(around, around, around, around, (a, b, c, d) => {
        const sizes = sharedPassages(`${a}，${same}，${b}`, `${c}，${same}，${d}`).map(({ size }) => size);
        expect(Math.max(0, ...sizes)).toBeGreaterThanOrEqual(same.length - 1);
      }),
    );
  });

  it('do not hide behind invisible characters and other widths', () => {
    expect(sharedPassages([...same].join('\u200b'), same)).toHaveLength(1);
  });

  it('leave out what every plan says', () => {
    const said = '按照网络安全等级保护有关规定完善管理制度和运行机制';
    expect(sharedPassages(said, said)).toEqual([]);
  });
});
