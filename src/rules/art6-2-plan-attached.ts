import { defineRule } from './support/define-rule.ts';
import { planFaults } from './support/plan-faults.ts';

const paper = (name: string, date = '2026-02-20') => ({
  附件: [{ 名称: name, 日期: date, 送达: '纸质', 编号: '示办〔2026〕7号' }],
});

/** 第六条第2项 「应科学制定……实施方案」; annex 1 「并附项目建设实施方案」. */
export const art62PlanAttached = defineRule({
  id: 'art6-2-plan-attached',
  title: '新建项目要有实施方案',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-2', 'annex1'],
  appliesTo: '区直单位、街道办事处、园区管委会主导的新建项目',
  why: '审核和专家论证看的就是实施方案；申请表也写明「并附项目建设实施方案」。',
  fix: '把实施方案送到办公室（纸质或密封附件），在附件栏登记。',
  needs: ['form'],
  reads: ['attachments'],
  routes: ({ clause }) => clause === '6.2',
  ok: [{ says: '纸质实施方案，有日期和编号', base: '6.2财政', edit: {} }],
  bad: [
    { says: '没有附件', base: '6.2财政', edit: { 附件: null } },
    { says: '只是说明没有方案', base: '6.2财政', edit: paper('关于暂无实施方案的说明') },
    { says: '编制方案的请示', base: '6.2财政', edit: paper('实施方案编制请示') },
    { says: '方案的日期在将来', base: '6.2财政', edit: paper('项目建设实施方案', '2030-02-20') },
    {
      says: '纸质方案没有编号',
      base: '6.2财政',
      edit: { 附件: [{ 名称: '实施方案', 日期: '2026-02-20', 送达: '纸质' }] },
    },
  ],
  check: planFaults('实施方案'),
});
