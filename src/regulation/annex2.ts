import { type Annex, CONTENT_PARTS, cell } from './annex.ts';
import { CATEGORIES, FORM_TITLES } from './vocabulary.ts';

/** 附件2, the filing form: for projects built or under construction (第六条第1、3项). */
export const ANNEX_2 = {
  id: 'annex2',
  label: '附件2',
  name: '备案表',
  title: FORM_TITLES.备案表,
  head: [cell('填报日期:', 'filedOn'), cell('单位: 万元、%')],
  rows: [
    [cell('项目名称', 'name'), cell('已建成日期', 'completedOn', 'expectedOn')],
    [cell('项目负责人', 'manager'), cell('联系电话', 'managerPhone'), cell('邮箱', 'managerEmail')],
    [cell('项目预期效果', 'effect')],
    [{ ...cell('项目备案类别', 'categories', 'categoryNote'), choices: CATEGORIES }],
    [cell('资金预算 (总投资)', 'budget'), cell('实际完成投资金额', 'actual')],
    [cell('资金来源', 'sources')],
    [cell('申请补助资金 额(国家\\省\\市)', 'subsidy'), cell('使用社会资金金额', 'socialFunds')],
    [
      {
        ...cell('项目建 设内容', ...CONTENT_PARTS),
        instruction:
          '(简要说明申请项目概况、建设内容、规模、进度、投资估算、经济效益测算、风险分析及控制, 并附项目建设方案)',
      },
    ],
  ],
  opinions: [
    { kind: 'opinion', party: '申报单位', ...cell('申报单位意见', 'opinions') },
    { kind: 'sign', party: '申报单位', ...cell('单位负责人(签字):', 'signature') },
    { kind: 'sign', party: '申报单位', ...cell('单位(盖章):', 'seal') },
    { kind: 'date', party: '申报单位', ...cell('年 月 日') },
    { kind: 'opinion', party: '主管单位', ...cell('主管单位意见:', 'superiorOpinion') },
    { kind: 'sign', party: '主管单位', ...cell('(盖章)', 'superiorSeal') },
    { kind: 'date', party: '主管单位', ...cell('年 月 日') },
  ],
  foot: [cell('项目联系人:', 'contactPerson'), cell('联系电话:', 'contactPhone')],
} as const satisfies Annex;
