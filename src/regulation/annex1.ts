import { type Annex, CONTENT_PARTS, cell } from './annex.ts';
import { CATEGORIES, FORM_TITLES } from './vocabulary.ts';

/** 附件1, the application form: what a new project led by a unit must fill in (第六条第2项). */
export const ANNEX_1 = {
  id: 'annex1',
  label: '附件1',
  name: '申请表',
  title: FORM_TITLES.申请表,
  head: [cell('填报日期：', 'filedOn'), cell('单位：万元、%')],
  rows: [
    [cell('项目名称', 'name'), cell('项目建设期限', 'period')],
    [cell('项目负责人', 'manager'), cell('联系电话', 'managerPhone'), cell('邮箱', 'managerEmail')],
    [cell('项目预期效果', 'effect')],
    [{ ...cell('项目类别', 'categories', 'categoryNote'), choices: CATEGORIES }],
    [cell('资金预算 (总投资)', 'budget'), cell('资金来源', 'sources')],
    [cell('申请补助资金额 (国家\\省\\市)', 'subsidy'), cell('使用社会资金 金额', 'socialFunds')],
    [
      {
        ...cell('项目建设内容', ...CONTENT_PARTS),
        instruction:
          '(简要说明申请项目概况、建设内容、规模、进度、投资估算、经济效益测算、风险分析及控制，并附项目建设实施方案)',
      },
    ],
  ],
  opinions: [
    { kind: 'opinion', party: '申报单位', ...cell('申报单位意见', 'opinions') },
    { kind: 'opinion', party: '主管单位', ...cell('主管单位意见：', 'superiorOpinion') },
    { kind: 'sign', party: '申报单位', ...cell('单位负责人(签字):', 'signature') },
    { kind: 'sign', party: '申报单位', ...cell('单位(盖章):', 'seal') },
    { kind: 'date', party: '申报单位', ...cell('年 月 日') },
    { kind: 'sign', party: '主管单位', ...cell('(盖章)', 'superiorSeal') },
    { kind: 'date', party: '主管单位', ...cell('年 月 日') },
  ],
  foot: [cell('项目联系人：', 'contactPerson'), cell('联系电话：', 'contactPhone')],
} as const satisfies Annex;
