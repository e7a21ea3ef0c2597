import { describe, expect, it } from 'vitest';
import { yearIn, yearlyKey } from './project-key.ts';

const keyOf = (name: string) =>
  yearlyKey({ unit: 'shili', filing: { name, lead: { type: '街道办事处', name: '示例街道办事处' } } });

describe('a project that is renewed every year', () => {
  it.each([
    ['示例街道视频电路租赁（2026年度）', '2026'],
    ['2025年示例街道视频电路租赁', '2025'],
    ['示例街道视频电路租赁２０２４', '2024'],
    ['示例街道视频电路租赁（二〇二六年度）', '2026'],
    ['示例街道视频电路租赁 2025-2026年', '2025'],
    ['示例街道视频电路租赁', ''],
  ])('%s has the year %s and one key', (name, year) => {
    expect(yearIn(name)).toBe(year);
    expect(keyOf(name)).toBe(keyOf('示例街道视频电路租赁'));
  });

  it('is another one by another name', () => {
    expect(keyOf('示例街道机房运维（2026年度）')).not.toBe(keyOf('示例街道视频电路租赁（2026年度）'));
  });
});
