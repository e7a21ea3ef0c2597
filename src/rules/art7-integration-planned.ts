import { latestDay } from '../form/dates.ts';
import { RECEIVED } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const PLANNED_EARLIER = {
  总平台对接: { 状态: '计划对接', 接口: '事件上报接口', 计划日期: '2026-09-30' },
} as const;
const LINKED = { 日期: '2026-10-08', 事项: '总平台对接', 经办: '办公室技术组' } as const;

/** 第七条 binds 6.1, 6.3 and 6.4 without public money; the day is the unit's own plan, the text sets none. */
export const art7IntegrationPlanned = defineRule({
  id: 'art7-integration-planned',
  title: '与总平台对接要有计划日期，到期要落实',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art7-1'],
  appliesTo: '备案的项目和资料报送的项目（6.1、6.3，6.4 未使用财政资金）',
  why: '第七条要求主动对接「数智金水」总平台。没有日期的计划无法跟进，过了日期没有对接的要说明。',
  fix: '在总平台对接里写计划日期；已经对接的，告诉办公室核实并记入办理记录；推迟的，改写日期并说明。',
  needs: ['stage', 'platform'],
  reads: ['filedOn'],
  routes: ({ duties }) => duties.includes('art7'),
  ok: [
    { says: '计划日期还没有到', base: '6.1', edit: {}, records: [RECEIVED] },
    { says: '过了计划日期，已经对接', base: '6.1', edit: PLANNED_EARLIER, records: [RECEIVED, LINKED] },
    {
      says: '已对接的不用写计划日期',
      base: '6.3',
      edit: { 总平台对接: { 状态: '已对接', 接口: '事件上报接口' } },
    },
  ],
  bad: [
    { says: '计划对接，没有日期', base: '6.1', edit: { 总平台对接: { 状态: '计划对接' } } },
    { says: '未对接，也没有计划', base: '6.4非财政', edit: { 总平台对接: { 状态: '未对接' } } },
    { says: '过了计划日期还没有对接', base: '6.1', edit: PLANNED_EARLIER, records: [RECEIVED] },
  ],
  *check({ platform, filedOn }, entry, facts) {
    const label = labelOf('platform');
    const { state, plannedOn } = platform;
    if (state !== '已对接' && plannedOn === undefined) {
      yield {
        path: [label, '状态'],
        message: `${label}：${state}，没有写计划哪天对接`,
        fix: `补上计划日期，例如「计划日期: 2026-12-31」`,
      };
    }
    const owed = facts
      .lifeOf(entry)
      .owed.some(({ clause, who }) => clause === 'art7-1' && who === '申报单位');
    const last = plannedOn && latestDay(plannedOn);
    if (!owed || last === undefined || last >= facts.today || last < (filedOn ?? '')) return;
    yield {
      path: [label, '计划日期'],
      message: `${label}：计划日期 ${plannedOn} 已过，办理记录里还没有总平台对接`,
      fix: '已经对接的，告诉办公室核实；推迟的，改写计划日期，在数据归集里说明原因。',
      severity: 'warning',
    };
  },
});
