import { defineRule } from './support/define-rule.ts';
import { planFaults } from './support/plan-faults.ts';

/** 第六条第4项: 「提供项目实施方案和项目建设内容」; with public money the same plan is what is reviewed. */
export const art64PlanAttached = defineRule({
  id: 'art6-4-plan-attached',
  title: '社会新建项目要有实施方案',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-4'],
  appliesTo: '社会组织或个人牵头的新建项目',
  why: '使用财政资金的，审核论证要看实施方案；不使用的，第六条第4项规定要提供实施方案和建设内容。',
  fix: '把实施方案送到办公室（纸质或密封附件），在附件栏登记。',
  needs: ['form'],
  reads: ['attachments'],
  routes: ({ clause }) => clause === '6.4',
  ok: [
    { says: '资料报送附实施方案', base: '6.4非财政', edit: {} },
    { says: '申请表附实施方案', base: '6.4财政', edit: {} },
  ],
  bad: [{ says: '没有附件', base: '6.4非财政', edit: { 附件: null } }],
  check: planFaults('实施方案'),
});
