import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets } from './normalise.ts';

describe('folding', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['独\u200b居\u2060老人', '独居老人'],
    ['（一）平台：建设', '一 平台 建设'],
    ['Оа系统', 'oa系统'],
    ['  前后 空白  ', '前后 空白'],
    ['㎡', 'm2'],
    ['', ''],
  ])('%j is compared as %j', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('knows where each character stood, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const { text, at } = foldWithOffsets(written);
        expect(at).toHaveLength(text.length + 1);
        for (let n = 1; n < at.length; n++) expect(at[n]).toBeGreaterThanOrEqual(at[n - 1] as number);
        expect(at.at(-1)).toBeLessThanOrEqual(written.length);
      }),
    );
  });

  it('points to Han characters as they are written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('独', '居', '，', ' ', '\u200b', 'Ａ', '𠀀', '①'), { maxLength: 30 }),
        (parts) => {
          const written = parts.join('');
          const { text, at } = foldWithOffsets(written);
          for (const [n, character] of [...text].entries())
            if (/[独居]/.test(character)) expect(written[at[n] as number]).toBe(character);
        },
      ),
    );
  });

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        expect(fold(fold(written))).toBe(fold(written));
      }),
    );
  });
});
