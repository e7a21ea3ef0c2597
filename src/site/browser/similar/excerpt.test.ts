import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

const said = (text: string, stretches: { start: number; end: number }[], around?: number): string =>
  excerpt(text, stretches, around)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('excerpt', () => {
  it('marks what matches and keeps a little around it', () => {
    expect(said('零一二三四五六七八九', [{ start: 4, end: 6 }], 2)).toBe(' …… 二三[四五]六七 …… ');
  });

  it('joins stretches that overlap, and shows near ones in one piece', () => {
    const stretches = [
      { start: 6, end: 8 },
      { start: 1, end: 3 },
      { start: 2, end: 4 },
    ];
    expect(said('零一二三四五六七八九', stretches, 2)).toBe('零[一二三]四五[六七]八九');
  });

  it('shows nothing where nothing matches', () => {
    expect(excerpt('零一二', [])).toEqual([]);
  });

  it('marks every character of every stretch and no other', () => {
    const stretch = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, size]) => ({ start, end: start + size }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), fc.nat(10), (stretches, around) => {
        const text = Array.from({ length: 80 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
        const marked = excerpt(text, stretches, around)
          .filter(({ hit }) => hit)
          .map((piece) => piece.text)
          .join('');
        const wanted = [...text].filter((_, at) =>
          stretches.some(({ start, end }) => at >= start && at < end),
        );
        expect(marked).toBe(wanted.join(''));
      }),
    );
  });
});
