import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatWan,
  parseWan,
  sameWan,
  suggestWan,
  sumFen,
  wanPlain,
  wanText,
  withoutAbout,
  withoutMinus,
} from './money.ts';

describe('money', () => {
  it('keeps amounts exact where floating point would not', () => {
    expect(sumFen([parseWan('0.1') ?? 0, parseWan('0.2') ?? 0])).toBe(parseWan('0.3'));
  });

  it.each(['', '12万', '1,200', '1e3', '.5', '1.', '1.1234567', '１２', 'NaN', '1234567890'])(
    'refuses %s',
    (text) => {
      expect(parseWan(text)).toBeUndefined();
    },
  );

  it('shows at least two decimals and groups thousands', () => {
    expect(formatWan(parseWan('1320') ?? 0)).toBe('1,320.00 万元');
    expect(formatWan(parseWan('0.123456') ?? 0)).toBe('0.123456 万元');
    expect(formatWan(parseWan('1000000.5') ?? 0)).toBe('1,000,000.50 万元');
  });

  it('writes and reads back every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_000_000 }), (fen) => {
        expect(parseWan(wanText(fen))).toBe(fen);
        expect(parseWan(wanPlain(fen))).toBe(fen);
      }),
    );
  });

  it.each([
    ['３２０ 万元', '320'],
    ['1,200.50万', '1200.5'],
    ['3200000元', '320'],
    ['1.2亿', '12000'],
    ['1,000,000元', '100'],
    ['1,0000', '10000'],
    ['人民币 50 万元整', '50'],
  ])('suggests the amount meant by %s', (written, meant) => {
    expect(suggestWan(written)).toBe(meant);
  });

  it.each(['-320', '－320 万元', '−320', '负320万元', '（320）', '(320万元)', '-3200000元'])(
    'knows which amount stands behind the minus of %s, and does not take it as meant',
    (written) => {
      expect(withoutMinus(written)).toBe('320');
      expect(suggestWan(written)).toBeUndefined();
    },
  );

  it.each(['320', '（待定）', '-', '负数'])('finds no minus before an amount in %s', (written) => {
    expect(withoutMinus(written)).toBeUndefined();
  });

  it('asks back what is only about so much', () => {
    expect(suggestWan('约 50 万元')).toBeUndefined();
    expect(withoutAbout('约 50 万元')).toBe('50');
    expect(withoutAbout('不超过320')).toBe('320');
  });

  it.each(['待定', '1,000,00', '12,34', '1,00万元'])('suggests nothing for %s', (written) => {
    expect(suggestWan(written)).toBeUndefined();
  });

  it('treats sums within 0.01 万元 as the same, and no more', () => {
    expect(sameWan(320_000_000, 320_010_000)).toBe(true);
    expect(sameWan(320_000_000, 320_010_001)).toBe(false);
  });
});
