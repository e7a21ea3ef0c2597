import { formatWan, wanPlain } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const WAN = 1_000_000;

/** The annexes are in 万元; the usual slip is to write 元. */
export const annexAmountPlausible = defineRule({
  id: 'annex-amount-plausible',
  title: '金额的单位是万元',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了资金预算的项目',
  why: '表头写明单位是万元。一万以上的整数多半是按元写的，差一万倍。',
  fix: '核对单位；确实是这么多的，在投资估算里说明。',
  needs: ['budget'],
  ok: [{ says: '320 万元', base: '6.2财政', edit: {} }],
  bad: [
    {
      says: '把 320 万元写成 3200000',
      base: '6.2财政',
      edit: { 资金预算: '3200000', 资金来源: [{ 来源: '区级财政', 金额: '3200000' }], 申请补助资金: null },
    },
  ],
  *check({ budget }) {
    const path = [labelOf('budget')];
    if (budget >= 10_000 * WAN) {
      yield {
        path,
        message: `${labelOf('budget')}：写的是 ${formatWan(budget)}，像是把元当成了万元`,
        fix: `如果原意是 ${wanPlain(budget)} 元，改成「${labelOf('budget')}: ${wanPlain(Math.round(budget / 10_000))}」，其他金额一并改。`,
      };
    }
    if (budget > 0 && budget < WAN / 10) {
      yield {
        path,
        message: `${labelOf('budget')}：写的是 ${formatWan(budget)}，不到一千元`,
        fix: '核对单位，金额以万元为单位填写。',
      };
    }
  },
});
