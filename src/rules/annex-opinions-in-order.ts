import { defineRule, labelOf } from './support/define-rule.ts';

/** Both annexes: the form is filled in with 申报单位意见, then 主管单位意见; none of them can lie ahead. */
export const annexOpinionsInOrder = defineRule({
  id: 'annex-opinions-in-order',
  title: '意见的日期先申报单位、后主管单位，不晚于填报日期',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '填了意见的项目',
  why: '主管单位在申报单位之后签署意见，签好才报；次序颠倒、日期还没有到，多半是抄错了。',
  fix: '照纸质表上签字盖章的日期改；确实是填报以后签的，不用改，由办公室核对原件。',
  needs: ['opinions'],
  reads: ['filedOn'],
  ok: [
    { says: '只有申报单位意见', base: '6.1', edit: {} },
    {
      says: '没有主管单位',
      base: '6.1',
      edit: { 意见: { 申报单位: { 日期: '2026-03-01', 纸质编号: '甲8号' }, 主管单位: '无' } },
    },
  ],
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
    {
      says: '晚于填报日期',
      base: '6.1',
      edit: { 意见: { 申报单位: { 日期: '2026-04-01', 纸质编号: '甲8号' } } },
    },
    { says: '在将来', base: '6.1', edit: { 意见: { 申报单位: { 日期: '2030-03-01', 纸质编号: '甲8号' } } } },
  ],
  *check({ opinions, filedOn }, _entry, { today }) {
    const { applicant, superior } = opinions;
    for (const [who, opinion] of [
      ['申报单位', applicant],
      ['主管单位', superior],
    ] as const) {
      if (!opinion) continue;
      const { date } = opinion;
      const path = [labelOf('opinions'), who, '日期'];
      const said = `${labelOf('opinions')}：${who}的日期 ${date} `;
      if (date > today) {
        const fix = '照纸质表改正日期；还没有签的，签了再写。';
        yield { path, severity: 'error', message: `${said}还没有到，今天是 ${today}`, fix };
      } else if (filedOn !== undefined && date > filedOn) {
        const fix = '照纸质表改正日期；确实是填报以后签的，不用改，由办公室核对原件。';
        yield { path, severity: 'warning', message: `${said}晚于${labelOf('filedOn')} ${filedOn}`, fix };
      }
    }
    if (!applicant || !superior || superior.date >= applicant.date) return;
    yield {
      path: [labelOf('opinions'), '主管单位', '日期'],
      message: `${labelOf('opinions')}：主管单位的日期 ${superior.date} 早于申报单位的 ${applicant.date}`,
      fix: '照纸质表改正日期。',
    };
  },
});
