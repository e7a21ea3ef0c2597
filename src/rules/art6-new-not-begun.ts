import { latestDay } from '../form/dates.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** Reading of 第六条: begun before the filing day is 正在建设, and 6.2/6.4 projects begin only after approval. */
export const art6NewNotBegun = defineRule({
  id: 'art6-new-not-begun',
  title: '新建项目在填报时还没有开工',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art6'],
  appliesTo: '新建项目',
  why: '合同已签或已动工的是正在建设；须经审核论证的项目先开工，可能属于未批先建，由办公室判断。',
  fix: '核对建设期限；确已开工的如实说明，由办公室处理，不改成备案来绕过论证。',
  needs: ['stage', 'period', 'filedOn'],
  ok: [{ says: '6 月开工，3 月填报', base: '6.2财政', edit: {} }],
  bad: [
    {
      says: '填报前一个月已经开工',
      base: '6.2财政',
      edit: { 建设期限: { 起: '2026-02-01', 止: '2026-12-31' } },
    },
  ],
  *check({ stage, period, filedOn }) {
    if (stage !== '新建' || latestDay(period.from) >= filedOn) return;
    yield {
      path: [labelOf('period'), '起'],
      message: `${labelOf('period')}：起始日期 ${period.from} 早于填报日期 ${filedOn}，新建项目此时应还没有开工`,
      fix: '核对日期；确已开工的，在项目概况里说明，由办公室判断。',
    };
  },
});
