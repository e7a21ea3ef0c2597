import { defineRule } from './support/define-rule.ts';
import { planFaults } from './support/plan-faults.ts';

const paper = (name: string) => ({
  附件: [{ 名称: name, 日期: '2015-02-20', 送达: '纸质', 编号: '示办〔2015〕7号' }],
});

/** Annex 2, 项目建设内容: 「并附项目建设方案」. */
export const annex2PlanAttached = defineRule({
  id: 'annex2-plan-attached',
  title: '备案要附建设方案',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex2'],
  appliesTo: '填备案表的项目（6.1、6.3）',
  why: '备案表的项目建设内容一栏写明「并附项目建设方案」。',
  fix: '把建设方案送到办公室（纸质或密封附件），在附件栏登记。早年建的没有方案，登记合同、技术方案、验收报告或情况说明，由办公室判断。',
  needs: ['form'],
  reads: ['attachments', 'completedOn'],
  routes: ({ form }) => form === '备案表',
  ok: [
    { says: '附建设方案', base: '6.1', edit: {} },
    { says: '叫项目方案的也可以', base: '6.1', edit: paper('项目方案') },
  ],
  bad: [
    { says: '没有附件', base: '6.1', edit: { 附件: null } },
    {
      says: '办法施行以前建成，只有别的材料，由办公室判断',
      base: '6.3',
      edit: { 已建成日期: '2015', ...paper('设备清单') },
    },
    {
      says: '老系统用合同和技术方案代替，由办公室判断',
      base: '6.1',
      edit: { 已建成日期: '2015-05', ...paper('采购合同及技术方案') },
    },
    { says: '只有没有方案的说明', base: '6.1', edit: paper('关于暂无建设方案的说明') },
  ],
  check: planFaults('建设方案'),
});
