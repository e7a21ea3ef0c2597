import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCharacters as fold } from '../text/fold.ts';
import { GAP, indexTokens, queryPhrases, soundTokens, sumTokens, textTokens } from './tokens.ts';

const CHARACTERS = [
  ...'数智金水二期平台建设（）“”《》—·、，：5GAIａＢ１①㈡½ﬁ㎡ßİΣé',
  'e\u0301',
  '\u0301',
  '葛\u{e0100}',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  ' ',
  '　',
  '\u200b',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 }),
);
const textAndPart = fc
  .tuple(anyText, fc.nat(), fc.nat())
  .map(([text, from, length]) => ({ points: [...text], from, length }))
  .filter(({ points }) => points.length >= 2)
  .map(({ points, from, length }) => {
    const start = from % (points.length - 1);
    const end = start + 2 + (length % (points.length - start - 1));
    return { text: points.join(''), part: points.slice(start, end).join('') };
  })
  .filter(({ part }) => part.trim() !== '');

/** Every word of a query as typed. */
const queryTokens = (query: string): string[] => queryPhrases(query).flatMap(({ exact }) => exact);

/** Whether the words of a phrase stand one after another, as Pagefind demands of a quoted search. */
function standsIn(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((word, i) => words[start + i] === word));
}

describe('tokens', () => {
  it('find any part of two or more characters of any text', () => {
    fc.assert(
      fc.property(textAndPart, ({ text, part }) => {
        const words = indexTokens(text);
        expect(queryTokens(part).filter((token) => !words.includes(token))).toEqual([]);
        for (const phrase of queryPhrases(part)) expect(standsIn(words, phrase.exact)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('find any single character of a name', () => {
    const name = '“一网通办”（二期）5G①';
    for (const character of name) {
      for (const { exact } of queryPhrases(character)) expect(standsIn(indexTokens(name), exact)).toBe(true);
    }
  });

  it('fold each character by itself, so that the fold of a part is part of the fold', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [points, rest] = [[...a].join(''), [...b].join('')];
        // Two lone surrogates that meet become one character, which no typed text does.
        fc.pre(points.isWellFormed() && rest.isWellFormed());
        expect(fold(points + rest)).toEqual([...fold(points), ...fold(rest)]);
      }),
    );
  });

  it('consist of ASCII letters only, eight of them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = [...indexTokens(text), ...textTokens(text)].filter((word) => word !== GAP);
        for (const word of words) expect(word).toMatch(/^[a-z]{8}$/);
      }),
    );
  });

  it('find （二期）建设 by 二期建设', () => {
    const [phrase] = queryPhrases('二期建设');
    expect(standsIn(indexTokens('平台（二期）建设'), phrase?.exact ?? [])).toBe(true);
  });

  it('do not find characters that are not neighbours', () => {
    const [phrase] = queryPhrases('平设');
    expect(standsIn(indexTokens('平台（二期）建设'), phrase?.exact ?? [])).toBe(false);
  });

  it('treat full width, case, accents and quotes alike', () => {
    expect(queryTokens('ＡＩ（“中枢”）')).toEqual(queryTokens('ai("中枢")'));
    expect(queryTokens('Cafe\u0301')).toEqual(queryTokens('CAFÉ'));
  });

  it('split a query at white space into phrases that must all match', () => {
    expect(queryPhrases(' 金水　平台\n5G ')).toHaveLength(3);
    expect(queryPhrases(' \u3000\u200b ')).toEqual([]);
  });

  it('keep a query of punctuation as it is', () => {
    const [phrase] = queryPhrases('）（');
    expect(phrase?.loose).toEqual(phrase?.exact);
    expect(standsIn(indexTokens('（一）（二）'), phrase?.exact ?? [])).toBe(true);
  });

  it('use only the beginning of a pasted paragraph', () => {
    expect(queryTokens('数'.repeat(5000))).toHaveLength(63);
  });

  it('leave punctuation out of long texts', () => {
    expect(textTokens('数据，共享。')).toEqual(textTokens('数据共享'));
  });
});

describe('how a name sounds', () => {
  it('is met by three Latin letters or more, and by nothing that stands in a text', () => {
    const [tingche] = queryPhrases('TingChe');
    expect(standsIn(soundTokens('yanshi/gongxiang-tingche-y4ub'), tingche?.sound ?? [])).toBe(true);
    expect(standsIn(textTokens('gongxiang-tingche'), tingche?.sound ?? [])).toBe(false);
    expect(standsIn(soundTokens('gongxiang-tingche'), tingche?.exact ?? [])).toBe(false);
    for (const query of ['AI', '停车', '2024', 'iot停车']) expect(queryPhrases(query)[0]?.sound).toEqual([]);
  });
});

describe('sums of money', () => {
  const sumOf = (query: string) => queryPhrases(query)[0]?.sum ?? [];

  it.each(['2800万', '2,800 万元', '２８００万', '2800.00万元', '0.28亿', '28000000元'])(
    '%s is one and the same',
    (written) => {
      expect(standsIn(sumTokens(`总投资 ${written}，其中`), sumOf('2800万元'))).toBe(true);
    },
  );

  it('is a whole, never a part of another, and asks for nothing where it is none', () => {
    expect(queryPhrases('2,800 万元 停车')).toHaveLength(2);
    expect(standsIn(sumTokens('总投资2,800万元'), sumOf('800万'))).toBe(false);
    expect(standsIn(sumTokens('总投资8000万元'), sumOf('800万'))).toBe(false);
    expect(standsIn(sumTokens('总投资1800.5万元'), sumOf('5万'))).toBe(false);
    for (const query of ['800', '2024年', '800万以上', '万元', '一网通办']) expect(sumOf(query)).toEqual([]);
  });
});
