import { formatWan, sameWan, sumFen, wanPlain } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** Annexes 1 and 2: 资金预算（总投资） is what the 资金来源 add up to. */
export const annexTotalIsSum = defineRule({
  id: 'annex-total-is-sum',
  title: '资金来源合计等于资金预算',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了资金预算和资金来源的项目',
  why: '总投资与分项对不上，财政无法核对，年度资金评估也做不了。',
  fix: '核对各项金额；有遗漏的来源补上，或改正资金预算。相差 0.01 万元以内视为相等。',
  needs: ['budget', 'sources'],
  ok: [{ says: '200 + 120 = 320', base: '6.2财政', edit: {} }],
  bad: [{ says: '合计 320，预算写 300', base: '6.2财政', edit: { 资金预算: '300' } }],
  *check({ budget, sources }) {
    const sum = sumFen(sources.map(({ amount }) => amount));
    if (sameWan(sum, budget)) return;
    yield {
      path: [labelOf('budget')],
      message: `${labelOf('budget')}：写的是 ${formatWan(budget)}，${labelOf('sources')}合计 ${formatWan(sum)}，相差 ${formatWan(Math.abs(budget - sum))}`,
      fix: `各项金额没有错的，改成「${labelOf('budget')}: ${wanPlain(sum)}」；否则补上遗漏的来源。`,
    };
  },
});
