import { defineRule, labelOf } from './support/define-rule.ts';

/** Both annexes: 申报单位意见, then 主管单位意见; both before the form is filed. */
export const annexOpinionsInOrder = defineRule({
  id: 'annex-opinions-in-order',
  title: '意见的日期先申报单位、后主管单位',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了意见的项目',
  why: '主管单位在申报单位之后签署意见；次序颠倒多半是日期抄错了。',
  fix: '照纸质表上签字盖章的日期改。',
  needs: ['opinions'],
  ok: [{ says: '只有申报单位意见', base: '6.1', edit: {} }],
  bad: [
    {
      says: '主管单位在前',
      base: '6.1',
      edit: {
        意见: {
          申报单位: { 日期: '2026-03-01', 纸质编号: '甲8号' },
          主管单位: { 日期: '2026-02-01', 纸质编号: '乙9号' },
        },
      },
    },
  ],
  *check({ opinions }) {
    const { applicant, superior } = opinions;
    if (!applicant || !superior || superior.date >= applicant.date) return;
    yield {
      path: [labelOf('opinions'), '主管单位', '日期'],
      message: `${labelOf('opinions')}：主管单位的日期 ${superior.date} 早于申报单位的 ${applicant.date}`,
      fix: '照纸质表改正日期。',
    };
  },
});
