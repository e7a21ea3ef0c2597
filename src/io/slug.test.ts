import { describe, expect, it } from 'vitest';
import { pinyinOf, randomSuffix, slugFor, stableSuffix } from './slug.ts';

describe('slugFor', () => {
  it('writes a name in pinyin and puts the suffix behind it', () => {
    expect(slugFor('智慧养老', 'k7q2')).toBe('zhi-hui-yang-lao-k7q2');
  });

  it.each([
    ['重庆银行行长', 'chong-qing-yin-hang-hang-zhang'],
    ['绿地', 'lv-di'],
    ['５Ｇ+AI 平台（二期）', '5g-ai-ping-tai-er-qi'],
    ['Über Café', 'uber-cafe'],
    ['12345', '12345'],
    ['……（）', 'xiangmu'],
    ['', 'xiangmu'],
    ['../../etc', 'etc'],
  ])('writes %s as %s', (name, slug) => {
    expect(pinyinOf(name)).toBe(slug);
  });

  it('cuts a long name at a syllable', () => {
    const slug = pinyinOf('庄'.repeat(60));
    expect(slug).toMatch(/^zhuang(-zhuang)*$/);
    expect(slug.length).toBeLessThanOrEqual(48);
    expect(pinyinOf('a'.repeat(300)).length).toBeLessThanOrEqual(49);
  });
});

describe('suffixes', () => {
  it('are four characters that nobody mistakes for others', () => {
    for (const suffix of [randomSuffix(), stableSuffix('甲'), stableSuffix('乙')]) {
      expect(suffix).toMatch(/^[2-9a-hjkmnp-z]{4}$/);
    }
  });

  it('are the same for the same text, and fresh where they are random', () => {
    expect(stableSuffix('甲')).toBe(stableSuffix('甲'));
    expect(stableSuffix('甲')).not.toBe(stableSuffix('乙'));
    expect(new Set(Array.from({ length: 50 }, randomSuffix)).size).toBeGreaterThan(45);
  });
});
