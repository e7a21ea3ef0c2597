import { amountsIn } from '../form/amount-words.ts';
import { BODY_FIELDS, type FieldKey, type Filing } from '../form/fields.ts';
import { formatWan, sameWan, wanPlain } from '../form/money.ts';
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
  ok: [
    { says: '320 万元', base: '6.2财政', edit: {} },
    {
      says: '确实是 1.5 亿元，投资估算里写明了',
      base: '6.2非财政',
      edit: {
        资金预算: '15000',
        资金来源: [{ 来源: '自筹', 金额: '15000' }],
        投资估算: '总投资 1.5 亿元，分三年投入。',
      },
    },
  ],
  bad: [
    {
      says: '把 320 万元写成 3200000',
      base: '6.2财政',
      edit: { 资金预算: '3200000', 资金来源: [{ 来源: '区级财政', 金额: '3200000' }], 申请补助资金: null },
    },
  ],
  *check(filing) {
    const { budget } = filing;
    const path = [labelOf('budget')];
    if (budget >= 10_000 * WAN && !isExplained(filing)) {
      yield {
        path,
        message: `${labelOf('budget')}：写的是 ${formatWan(budget)}，像是把元当成了万元`,
        fix: `确实是这么多的，在投资估算里写明「总投资 ${formatWan(budget)}」；原意是 ${wanPlain(budget)} 元，改成「${labelOf('budget')}: ${wanPlain(Math.round(budget / 10_000))}」，其他金额一并改。`,
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

/** What the rule's own advice asks for: the text names the same amount, in 亿 or 万 or in full. */
function isExplained(filing: Filing): boolean {
  const texts = BODY_FIELDS.map(({ key }) => filing[key as FieldKey]).filter(
    (text) => typeof text === 'string',
  );
  return texts.some((text) => amountsIn(text).some(({ fen }) => sameWan(fen, filing.budget ?? 0)));
}
