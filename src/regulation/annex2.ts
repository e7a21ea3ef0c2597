import type { Annex } from './types.ts';

/** 附件2, the filing form: for projects built or under construction (第六条第1、3项). */
export const ANNEX_2 = {
  id: 'annex2',
  label: '附件2',
  name: '备案表',
  title: '金水区“数智化”建设项目备案表',
  cells: [
    { kind: 'entry', label: '填报日期:' },
    { kind: 'note', label: '单位: 万元、%' },
    { kind: 'entry', label: '项目名称' },
    { kind: 'entry', label: '已建成日期' },
    { kind: 'entry', label: '项目负责人' },
    { kind: 'entry', label: '联系电话' },
    { kind: 'entry', label: '邮箱' },
    { kind: 'entry', label: '项目预期效果' },
    {
      kind: 'choice',
      label: '项目备案类别',
      choices: ['政务服务类', '公共服务类', '便民服务类', '社会治理类', '其他类'],
    },
    { kind: 'entry', label: '资金预算 (总投资)' },
    { kind: 'entry', label: '实际完成投资金额' },
    { kind: 'entry', label: '资金来源' },
    { kind: 'entry', label: '申请补助资金额(国家\\省\\市)' },
    { kind: 'entry', label: '使用社会资金金额' },
    {
      kind: 'entry',
      label: '项目建设内容',
      instruction:
        '(简要说明申请项目概况、建设内容、规模、进度、投资估算、经济效益测算、风险分析及控制, 并附项目建设方案)',
    },
    { kind: 'opinion', label: '申报单位意见', party: '申报单位' },
    { kind: 'sign', label: '单位负责人(签字):', party: '申报单位' },
    { kind: 'sign', label: '单位(盖章):', party: '申报单位' },
    { kind: 'date', label: '年 月 日', party: '申报单位' },
    { kind: 'opinion', label: '主管单位意见:', party: '主管单位' },
    { kind: 'sign', label: '(盖章)', party: '主管单位' },
    { kind: 'date', label: '年 月 日', party: '主管单位' },
    { kind: 'entry', label: '项目联系人:' },
    { kind: 'entry', label: '联系电话:' },
  ],
} as const satisfies Annex;
