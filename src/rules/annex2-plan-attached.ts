import { defineRule } from './support/define-rule.ts';
import { planFaults } from './support/plan-faults.ts';

/** Annex 2, 项目建设内容: 「并附项目建设方案」. */
export const annex2PlanAttached = defineRule({
  id: 'annex2-plan-attached',
  title: '备案要附建设方案',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex2'],
  appliesTo: '填备案表的项目（6.1、6.3）',
  why: '备案表的项目建设内容一栏写明「并附项目建设方案」。',
  fix: '把建设方案送到办公室（纸质或密封附件），在附件栏登记。',
  needs: ['form'],
  reads: ['attachments'],
  routes: ({ form }) => form === '备案表',
  ok: [{ says: '附建设方案', base: '6.1', edit: {} }],
  bad: [{ says: '没有附件', base: '6.1', edit: { 附件: null } }],
  check: (filing) => planFaults(filing, '建设方案'),
});
