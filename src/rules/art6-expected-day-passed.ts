import { latestDay } from '../form/dates.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { RECEIVED } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const UNDERWAY = { 建设阶段: '正在建设', 已建成日期: null, 实际完成投资: '100' } as const;

/** 第六条第1、3项 sort by stage: a project that was to be built by now is built, or has a new day. */
export const art6ExpectedDayPassed = defineRule({
  id: 'art6-expected-day-passed',
  title: '预计建成日期过了，更新建设阶段',
  severity: 'warning',
  since: '2021-04-29',
  clauses: ['art6', 'annex2'],
  appliesTo: '正在建设、还没有完工记录的项目',
  why: '预计的日期过了不更新，看不出是建成了还是拖期了，实际完成投资也没有人补。',
  fix: '已经建成的，改成已建成，写已建成日期和实际完成投资；还没有的，写新的预计建成日期。',
  needs: ['stage', 'expectedOn', 'filedOn'],
  ok: [
    { says: '还没有到', base: '6.1', edit: { ...UNDERWAY, 预计建成日期: '2026-12-31' } },
    {
      says: '记了完工',
      base: '6.1',
      edit: { ...UNDERWAY, 预计建成日期: '2026-06-30' },
      records: [RECEIVED, { 日期: '2026-06-20', 事项: '完工', 经办: '办公室项目组' }],
    },
  ],
  bad: [{ says: '过了半年', base: '6.1', edit: { ...UNDERWAY, 预计建成日期: '2026-06-30' } }],
  *check({ stage, expectedOn, filedOn }, entry, facts) {
    // A day before 填报日期 is a slip, and `art6-stage-dates` says so.
    const last = latestDay(expectedOn);
    if (stage !== '正在建设' || last >= facts.today || last < filedOn) return;
    const life = facts.lifeOf(entry);
    if (life.facts.has('built') || isFinal(life.state)) return;
    const label = labelOf('expectedOn');
    yield {
      path: [label],
      message: `${label}：${expectedOn} 已经过了，还是「${stage}」`,
      fix: `已经建成的，改成「${labelOf('stage')}: 已建成」，写${labelOf('completedOn')}和${labelOf('actual')}；没有的，写新的${label}。`,
    };
  },
});
