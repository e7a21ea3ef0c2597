import { formatWan, sumFen } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** Reading of the annexes: 补助 and 社会资金 are parts of 总投资, not additions to it. */
export const annexPartsWithinTotal = defineRule({
  id: 'annex-parts-within-total',
  title: '补助和社会资金不超过总投资',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了资金预算的项目',
  why: '申请补助资金额和使用社会资金金额是总投资的一部分，合计不会超过总投资。',
  fix: '核对三项金额，尤其是万元与元有没有写混。',
  needs: ['budget'],
  reads: ['subsidy', 'socialFunds'],
  ok: [{ says: '补助 120，总投资 320', base: '6.2财政', edit: {} }],
  bad: [{ says: '补助 400，总投资 320', base: '6.2财政', edit: { 申请补助资金: { 省: '400' } } }],
  *check({ budget, subsidy, socialFunds }) {
    const { national = 0, provincial = 0, municipal = 0 } = subsidy ?? {};
    const parts = sumFen([national, provincial, municipal, socialFunds ?? 0]);
    if (parts <= budget) return;
    const label = subsidy ? labelOf('subsidy') : labelOf('socialFunds');
    yield {
      path: [label],
      message: `${label}：补助和社会资金合计 ${formatWan(parts)}，超过了${labelOf('budget')} ${formatWan(budget)}`,
      fix: '核对金额；把元当作万元写的，除以一万。',
    };
  },
});
