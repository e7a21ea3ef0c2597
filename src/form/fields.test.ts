import { describe, expect, it } from 'vitest';
import { clauseOf, fieldOf } from './fields.ts';

describe('the clause by which a field is asked', () => {
  it.each([
    ['sources', '备案表', 'annex2'],
    ['sources', '申请表', 'art6-2'],
    ['sources', '资料报送', 'art6-4'],
    ['filedOn', '备案表', 'annex2'],
    ['filedOn', '申请表', 'annex1'],
    ['ipAgreement', '备案表', 'art11'],
    ['budget', undefined, 'annex1'],
  ] as const)('of %s on %s is %s', (key, form, clause) => {
    expect(clauseOf(fieldOf(key), form)).toBe(clause);
  });
});

describe('a part that some do not have', () => {
  const read = (superior: unknown) =>
    fieldOf('opinions').type.schema.safeParse({
      申报单位: { 日期: '2026-03-01', 纸质编号: '甲8号' },
      主管单位: superior,
    });

  it.each(['无', ' 无 ', '没有', '暂无', '不涉及', '/'])('is left out by 「%s」', (word) => {
    expect(read(word)).toEqual({
      success: true,
      data: { applicant: { date: '2026-03-01', number: '甲8号' } },
    });
  });

  it('is read as ever, and refused in other words', () => {
    expect(read({ 日期: '2026-03-02', 纸质编号: '乙9号' }).success).toBe(true);
    const { error } = read('同意');
    expect(error?.issues.map(({ message }) => message)).toEqual([
      '分行写出「日期」「纸质编号」；没有的写「无」',
    ]);
  });
});
