import { amountsIn } from '../form/amount-words.ts';
import { BODY_FIELDS, fieldOf } from '../form/fields.ts';
import { type Fen, formatWan, sameWan, wanPlain } from '../form/money.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { agrees, type StatedTotal, statedSum, statedTotals } from './support/stated-totals.ts';

const TEXTS = [fieldOf('effect'), ...BODY_FIELDS];

/** Annexes 1 and 2: the figure in the text and the figure in the cell are one figure. */
export const annexTextAmountAgrees = defineRule({
  id: 'annex-text-amount-agrees',
  title: '正文里的总投资与资金预算一致',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了资金预算的项目',
  why: '表格写一个数、正文写另一个数，审核时不知道以哪个为准。',
  fix: '核对后把两处改成一致；正文说的是前一期、某一年度或其中一部分的，写明是哪一期、哪一年度、哪一部分。',
  needs: ['budget'],
  ok: [
    { says: '两处都是 320', base: '6.2财政', edit: { 投资估算: '总投资 320 万元。' } },
    { says: '写明是前一期的', base: '6.2财政', edit: { 项目概况: '一期总投资 500 万元，已经建成。' } },
    { says: '写明是一个年度的', base: '6.2财政', edit: { 进度安排: '2026年度资金预算 100 万元。' } },
    {
      says: '约数',
      base: '6.2非财政',
      edit: {
        资金预算: '320.456',
        资金来源: [{ 来源: '自筹', 金额: '320.456' }],
        投资估算: '总投资约 320 万元。',
      },
    },
  ],
  bad: [
    { says: '正文写 380', base: '6.2财政', edit: { 投资估算: '本项目总投资约380万元。' } },
    { says: '大写的金额', base: '6.2财政', edit: { 投资估算: '总投资为人民币叁佰捌拾万元整。' } },
    {
      says: '分项的合计不是 320',
      base: '6.2财政',
      edit: { 投资估算: '软件 120 万元，终端 180 万元，安装 80 万元，合计 380 万元。' },
    },
    { says: '写在预期效果里', base: '6.1', edit: { 项目预期效果: '总投资３８０万元，覆盖 1200 名老人。' } },
  ],
  *check(filing) {
    const values = filing as Readonly<Record<string, unknown>>;
    for (const { key, label } of TEXTS) {
      const text = values[key];
      if (typeof text !== 'string') continue;
      const totals = [...statedTotals(text), ...(key === 'estimate' ? sumOf(text, filing.budget) : [])];
      const others = totals.filter((total) => !agrees(total, filing.budget)).map(({ written }) => written);
      for (const written of new Set(others)) {
        yield {
          path: [label],
          message: `${label}：写着「${written}」，${labelOf('budget')}却是 ${formatWan(filing.budget)}`,
          fix: `核对后改成一致，例如「总投资 ${wanPlain(filing.budget)} 万元」。`,
        };
      }
    }
  },
});

/** A bare 合计 may be that of a part: it counts only where no amount of the section is the cell's. */
function sumOf(text: string, budget: Fen): readonly StatedTotal[] {
  const sum = statedSum(text);
  return sum && !amountsIn(text).some(({ fen }) => sameWan(fen, budget)) ? [sum] : [];
}
