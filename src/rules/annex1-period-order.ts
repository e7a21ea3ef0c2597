import { earliestDay, latestDay } from '../form/dates.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** Annex 1, 项目建设期限: it ends after it begins. */
export const annex1PeriodOrder = defineRule({
  id: 'annex1-period-order',
  title: '建设期限的止日不早于起日',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex1'],
  appliesTo: '填了建设期限的项目',
  why: '止日早于起日，多半是写反了或写错了年份。',
  fix: '核对两个日期。',
  needs: ['period'],
  ok: [{ says: '6 月到 12 月', base: '6.2财政', edit: {} }],
  bad: [{ says: '起止写反', base: '6.2财政', edit: { 建设期限: { 起: '2026-12-31', 止: '2026-06-01' } } }],
  *check({ period }) {
    if (latestDay(period.to) >= earliestDay(period.from)) return;
    yield {
      path: [labelOf('period'), '止'],
      message: `${labelOf('period')}：止 ${period.to} 早于起 ${period.from}`,
      fix: '核对两个日期，写反了就对调。',
    };
  },
});
