import { BODY_FIELDS } from '../form/fields.ts';
import { formatWan, parseWan, sameWan, wanPlain } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const TOTAL =
  /(?:总投资|投资总额|资金预算|项目预算|总预算)(?:额|合计|共计|共|约|为|是|：|:|\s)*([\d,]+(?:\.\d{1,6})?)\s*(万元|元|亿元)/g;

/** Annexes 1 and 2: the figure in the text and the figure in the cell are one figure. */
export const annexTextAmountAgrees = defineRule({
  id: 'annex-text-amount-agrees',
  title: '正文里的总投资与资金预算一致',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了资金预算的项目',
  why: '表格写一个数、正文写另一个数，审核时不知道以哪个为准。',
  fix: '核对后把两处改成一致；正文说的是前一期的，写明是哪一期。',
  needs: ['budget'],
  ok: [{ says: '两处都是 320', base: '6.2财政', edit: { 投资估算: '总投资 320 万元。' } }],
  bad: [{ says: '正文写 380', base: '6.2财政', edit: { 投资估算: '本项目总投资约380万元。' } }],
  *check(filing) {
    const values = filing as Readonly<Record<string, unknown>>;
    for (const { key, label } of BODY_FIELDS) {
      const text = values[key];
      if (typeof text !== 'string' || !text.includes('元')) continue;
      for (const [written, digits = '', unit] of text.matchAll(TOTAL)) {
        const amount = toFen(digits, unit);
        if (amount === undefined || sameWan(amount, filing.budget)) continue;
        yield {
          path: [label],
          message: `${label}：写着「${written}」，${labelOf('budget')}却是 ${formatWan(filing.budget)}`,
          fix: `核对后改成一致，例如「总投资 ${wanPlain(filing.budget)} 万元」。`,
        };
      }
    }
  },
});

function toFen(digits: string, unit: string | undefined): number | undefined {
  const fen = parseWan(digits.replaceAll(',', ''));
  if (fen === undefined) return undefined;
  if (unit === '亿元') return fen * 10_000;
  return unit === '元' ? Math.round(fen / 10_000) : fen;
}
