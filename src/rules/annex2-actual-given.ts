import { defineRule, labelOf } from './support/define-rule.ts';

/** Annex 2, 实际完成投资金额. */
export const annex2ActualGiven = defineRule({
  id: 'annex2-actual-given',
  title: '已建成的项目填写实际完成投资',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex2'],
  appliesTo: '填备案表、已建成的项目',
  why: '备案表有这一格；没有它，年度评价无法比较预算和实际。',
  fix: '填写到填报日期实际完成的投资，单位万元。',
  needs: ['form', 'stage'],
  reads: ['actual'],
  ok: [{ says: '填了 318', base: '6.1', edit: {} }],
  bad: [{ says: '没有填', base: '6.1', edit: { 实际完成投资: null } }],
  *check({ form, stage, actual }) {
    if (form !== '备案表' || stage !== '已建成' || actual !== undefined) return;
    const label = labelOf('actual');
    yield {
      path: [label],
      message: `${label}：已建成的项目填写实际完成的投资`,
      fix: `填写，例如「${label}: 318.2」（单位万元）`,
    };
  },
});
