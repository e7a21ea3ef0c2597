import { describe, expect, it } from 'vitest';
import { referenceTextProblems, settingsTextProblems } from './text-rules.ts';

const MOBILE = ['139', '0000', '0000'].join('');
const places = (problems: ReturnType<typeof settingsTextProblems>): readonly (number | undefined)[] =>
  problems.map(({ at }) => at?.column);

describe('the text of a reference', () => {
  it.each([
    [`来源: https://a.cn/${MOBILE}.html`, []],
    [`来源: 张三 ${MOBILE}`, [8]],
    [`来源: https://a.cn，${MOBILE}`, [18]],
    ['来源: zhangsan@example.cn', [5]],
    [`名称: https://a.cn/${MOBILE}`, [18]],
  ])('%s', (text, columns) => {
    expect(places(referenceTextProblems(text))).toEqual(columns);
  });
});

describe('the text of the settings', () => {
  it.each([
    [`审核账号: ['${MOBILE}', '10000001']`, []],
    [`  账号:\n    - '${MOBILE}' # 甲\n    # 乙\n    - "${MOBILE}"\n`, []],
    [`封存公钥: age1${MOBILE}q`, []],
    ["办公电话: '0371-60000000'", []],
    [`办公电话: '${MOBILE}'`, [8]],
    [`账号: [] # 张三 ${MOBILE}`, [13]],
    [`账号: ['张三 ${MOBILE}']`, [10]],
    [`账号:\n  - '10000001' # ${MOBILE}\n`, [18]],
  ])('%s', (text, columns) => {
    expect(places(settingsTextProblems(text))).toEqual(columns);
  });

  it('is gone through once, however many lists of accounts are left open', () => {
    expect(settingsTextProblems('账号: ['.repeat(30_000))).toEqual([]);
  });
});
