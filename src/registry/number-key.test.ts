import { describe, expect, it } from 'vitest';
import { numberKey } from './number-key.ts';

describe('a 登记号', () => {
  it.each([
    '示登[2026]1号',
    '示登2026-1号',
    '示登2026年第1号',
    '示登2026第1号',
    '示登-2026-1号',
    '示登2026〔1〕号',
    '示登（2026）1号',
    '示登〔２０２６〕１号',
    '示登〔2026〕 1 号',
    '示登〔2026〕\u200b1号',
    '示登【2026】1号',
    '示登〔二〇二六〕1号',
    '示登〔二○二六〕一号',
    '示登〔٢٠٢٦〕١号',
    ' 示登〔2026〕1号 ',
    '示登〔2026〕001号',
    '示登〔2026〕第1号',
    '示登〔2026〕1號',
  ])('is the same as %s', (written) => {
    expect(numberKey(written)).toBe(numberKey('示登〔2026〕1号'));
  });

  it.each(['示登〔2026〕11号', '示登〔2026〕1-1号', '示登〔2025〕1号', '示备〔2026〕1号', '示登〔202〕61号'])(
    'is another than %s',
    (written) => {
      expect(numberKey(written)).not.toBe(numberKey('示登〔2026〕1号'));
    },
  );
});
