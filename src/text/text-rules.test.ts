import { describe, expect, it } from 'vitest';
import { referenceTextProblems, settingsTextProblems, textProblems } from './text-rules.ts';

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

describe('the message', () => {
  const filing = (head: string, body: string): string =>
    `---\n项目名称: 甲\n${head}\n---\n\n## 项目概况\n\n${body}\n\n## 建设内容\n\n乙\n`;

  it.each([
    [
      filing('', `联系：${MOBILE}`),
      '项目概况：疑似手机号码（139********），属于个人信息，不能公开（登记库的规定）',
    ],
    [filing(`数据归集: ${MOBILE}`, ''), '数据归集：疑似手机号码'],
    [filing(`功能清单:\n  - 名称: 预警\n    说明: ${MOBILE}`, ''), '功能清单：疑似手机号码'],
    [filing(`数据归集: "联系\n  ${MOBILE}"`, ''), '数据归集：疑似手机号码'],
    [filing('', '地址 10.1.2.3'), '项目概况：疑似IP 地址'],
    [`---\n甲: 乙\n---\n${MOBILE}\n`, '正文：疑似手机号码'],
    [`- 日期: 2026-03-10\n  事项: 受理\n  说明: 电话 ${MOBILE}\n`, '说明：疑似手机号码'],
    [`- 日期: 2026-03-10\n  经办: 张伟\n`, '经办：疑似人名（张*）'],
    [MOBILE, '这份文件：疑似手机号码'],
  ])('begins with the label where it stands: %s', (text, message) => {
    const [problem, ...more] = textProblems(text);
    expect(problem?.message.startsWith(message), problem?.message).toBe(true);
    expect(problem?.article).toBe('登记库的规定');
    expect(more).toEqual([]);
  });
});
