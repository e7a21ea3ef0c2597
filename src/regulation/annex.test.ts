import { describe, expect, it } from 'vitest';
import { type Annex, annexLines } from './annex.ts';
import { ANNEX_1 } from './annex1.ts';
import { ANNEX_2 } from './annex2.ts';

const BOXES = ['政务服务类', '公共服务类', '便民服务类', '社会治理类', '其他类'];

/** Copied from the official text below each annex's title, boxes and tabs left out; a line here is a line there. */
const OFFICIAL = {
  annex1: [
    ['填报日期：'],
    ['单位：万元、%'],
    ['项目名称', '项目建设期限'],
    ['项目负责人', '联系电话', '邮箱'],
    ['项目预期效果'],
    ['项目类别', ...BOXES],
    ['资金预算 (总投资)', '资金来源'],
    ['申请补助资金额 (国家\\省\\市)', '使用社会资金 金额'],
    [
      '项目建设内容',
      '(简要说明申请项目概况、建设内容、规模、进度、投资估算、经济效益测算、风险分析及控制，并附项目建设实施方案)',
    ],
    ['申报单位意见', '主管单位意见：'],
    ['单位负责人(签字):', '单位(盖章):', '年 月 日', '(盖章)', '年 月 日'],
    ['项目联系人：'],
    ['联系电话：'],
  ],
  annex2: [
    ['填报日期:'],
    ['单位: 万元、%'],
    ['项目名称', '已建成日期'],
    ['项目负责人', '联系电话', '邮箱'],
    ['项目预期效果'],
    ['项目备案类别', ...BOXES],
    ['资金预算 (总投资)', '实际完成投资金额'],
    ['资金来源'],
    ['申请补助资金 额(国家\\省\\市)', '使用社会资金金额'],
    [
      '项目建 设内容',
      '(简要说明申请项目概况、建设内容、规模、进度、投资估算、经济效益测算、风险分析及控制, 并附项目建设方案)',
    ],
    ['申报单位意见', '单位负责人(签字):', '单位(盖章):', '年 月 日', '主管单位意见:', '(盖章)', '年 月 日'],
    ['项目联系人:'],
    ['联系电话:'],
  ],
};

describe.each<Annex & { readonly id: 'annex1' | 'annex2' }>([ANNEX_1, ANNEX_2])('$label', (annex) => {
  it('has the words of the official text, to the space, and its rows', () => {
    expect(annexLines(annex)).toEqual(OFFICIAL[annex.id].flat());
    const rows = annex.rows.map((cells) => cells.map(({ label }) => label));
    const official = OFFICIAL[annex.id].slice(2, 2 + rows.length);
    const labels = new Set(rows.flat());
    expect(rows).toEqual(official.map((line) => line.filter((words) => labels.has(words))));
  });

  it('gives each party an opinion, a seal and a day, in this order', () => {
    const kinds = (party: string) =>
      annex.opinions.filter((cell) => cell.party === party).map(({ kind }) => kind);
    expect(kinds('申报单位')).toEqual(['opinion', 'sign', 'sign', 'date']);
    expect(kinds('主管单位')).toEqual(['opinion', 'sign', 'date']);
  });
});
