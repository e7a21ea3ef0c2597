import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (text: string, query: string): string =>
  highlight(text, query)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('highlight', () => {
  it.each([
    ['智慧金水平台', '金水', '智慧[金水]平台'],
    ['智慧金水平台', '平台 智慧', '[智慧]金水[平台]'],
    ['平台（二期）建设', '二期建设', '平台（[二期）建设]'],
    ['平台（二期）建设', '(二期)', '平台[（二期）]建设'],
    ['平台二期建设', '（二期）建设', '平台[二期建设]'],
    ['CIM 平台', 'cim平台', '[CIM 平台]'],
    ['㈡期与①级', '二期', '[㈡期]与①级'],
    ['数据数据', '数据', '[数据数据]'],
    ['智慧金水', '郑州', '智慧金水'],
    ['<b>"&', '"', '<b>["]&'],
    ['智慧金水', '  ', '智慧金水'],
  ])('marks %s for %s as %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('gives pieces that join to the text, for any text and query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => {
        expect(
          highlight(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('marks every part of a text that is searched for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'数智（二）①㈡½Ａ“'), fc.constantFrom(...'期台，B㎡'), (a, b) => {
        expect(highlight(`前${a}${b}后`, a + b).some(({ hit, text }) => hit && text === a + b)).toBe(true);
      }),
    );
  });
});
