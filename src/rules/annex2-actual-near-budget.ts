import { formatWan, wanPlain } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { manyTimes } from './support/many-times.ts';

/** Annex 2 sets 实际完成投资金额 beside 资金预算; how far they may differ is the office's figure, not law. */
export const annex2ActualNearBudget = defineRule({
  id: 'annex2-actual-near-budget',
  title: '实际完成投资超过预算的说明原因',
  severity: 'warning',
  since: '2021-04-29',
  clauses: ['annex2', 'art10'],
  appliesTo: '填了实际完成投资的项目',
  why: '第十条要评估资金使用情况，超出预算的首先会被问到。超多少须说明由办公室约定；没有约定时只作提醒。',
  fix: '核对两个数；确实超出的，在投资估算里说明原因。',
  needs: ['budget', 'actual'],
  ok: [{ says: '预算 320，实际 318', base: '6.1', edit: {} }],
  bad: [
    { says: '预算 320，实际 400', base: '6.1', edit: { 实际完成投资: '400' } },
    { says: '把 318 万元写成 3180000', base: '6.1', edit: { 实际完成投资: '3180000' } },
    {
      says: '超过办公室约定的比例，由办公室判断',
      base: '6.1',
      edit: { 实际完成投资: '400' },
      settings: { 超概算比例: '10%' },
    },
  ],
  *check({ budget, actual }, _entry, { settings }) {
    if (budget <= 0 || actual <= budget) return;
    const over = ((actual - budget) / budget) * 100;
    const limit = settings.overBudget;
    const label = labelOf('actual');
    const slip = manyTimes(actual, budget);
    if (slip !== undefined) {
      yield {
        path: [label],
        severity: 'judgement',
        message: `${label}：${formatWan(actual)}，${slip}`,
        fix: `原意是 ${wanPlain(actual)} 元的，改成「${label}: ${wanPlain(Math.round(actual / 10_000))}」。`,
      };
      return;
    }
    yield {
      path: [label],
      severity: limit !== undefined && over > limit ? 'judgement' : 'warning',
      message: `${label}：${formatWan(actual)}，比${labelOf('budget')} ${formatWan(budget)}多 ${over.toFixed(1)}%`,
      fix: '核对两个数；确实超出的，在投资估算里说明原因。',
    };
  },
});
