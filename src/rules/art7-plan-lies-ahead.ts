import { latestDay } from '../form/dates.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const planned = (day: string, state = '计划对接') => ({
  总平台对接: { 状态: state, 接口: '事件上报接口', 计划日期: day },
});

/** 第七条: a plan is for days to come; whether it has been kept is the matter of `art7-integration-planned`. */
export const art7PlanLiesAhead = defineRule({
  id: 'art7-plan-lies-ahead',
  title: '对接的计划日期不早于填报日期',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art7-1'],
  appliesTo: '填报时还没有与总平台对接的项目',
  why: '填报那天还没有对接，计划日期却已经过去，多半是写错了年份，或者照抄了以前的表。',
  fix: '写以后的日期；已经对接的，状态改成「已对接」。',
  needs: ['platform', 'filedOn'],
  ok: [
    { says: '计划在填报以后', base: '6.1', edit: planned('2026-12-31') },
    { says: '已经对接的，写的是当时的日期', base: '6.1', edit: planned('2020-06-30', '已对接') },
  ],
  bad: [
    { says: '计划日期在六年以前', base: '6.1', edit: planned('2020-12-31') },
    { says: '新建项目也一样', base: '6.2财政', edit: planned('2026-02-28', '未对接') },
  ],
  *check({ platform, filedOn }, _entry, { today }) {
    const { state, plannedOn } = platform;
    // A 填报日期 that lies ahead is a fault of its own, and no measure.
    if (filedOn > today) return;
    if (state === '已对接' || plannedOn === undefined || latestDay(plannedOn) >= filedOn) return;
    const label = labelOf('platform');
    yield {
      path: [label, '计划日期'],
      message: `${label}：计划日期 ${plannedOn} 早于${labelOf('filedOn')} ${filedOn}，那时就该对接了`,
      fix: '写以后的日期，例如「计划日期: 2026-12-31」；已经对接的，写「状态: 已对接」。',
    };
  },
});
