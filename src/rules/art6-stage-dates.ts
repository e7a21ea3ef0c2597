import { earliestDay, latestDay } from '../form/dates.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条 sorts projects by stage; the dates of annex 2 have to say the same. */
export const art6StageDates = defineRule({
  id: 'art6-stage-dates',
  title: '建设阶段要与日期一致',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6', 'annex2'],
  appliesTo: '全部项目',
  why: '已建成、正在建设和新建走不同的路径；阶段与日期矛盾，就不知道该走哪条。',
  fix: '已建成的写已建成日期；正在建设的写预计建成日期，不写已建成日期；新建的两个都不写，写建设期限。',
  needs: ['stage', 'filedOn'],
  reads: ['completedOn', 'expectedOn', 'period'],
  ok: [
    { says: '已建成，填报前已经建成', base: '6.1', edit: {} },
    { says: '老系统只知道建成的年月', base: '6.1', edit: { 已建成日期: '2019年6月' } },
    { says: '填报当月建成，不知道哪天', base: '6.1', edit: { 已建成日期: '2026-03' } },
    {
      says: '开工那年建成，不知道月份',
      base: '6.1',
      edit: { 建设期限: { 起: '2019-03-01', 止: '2019-12-31' }, 已建成日期: '2019' },
    },
    {
      says: '正在建设，写预计建成日期',
      base: '6.1',
      edit: { 建设阶段: '正在建设', 已建成日期: null, 预计建成日期: '2026-12-31' },
    },
  ],
  bad: [
    { says: '已建成，没有日期', base: '6.1', edit: { 已建成日期: null } },
    { says: '正在建设，没有预计日期', base: '6.1', edit: { 建设阶段: '正在建设', 已建成日期: null } },
    { says: '建成日期晚于填报日期', base: '6.1', edit: { 已建成日期: '2026-03-06' } },
    { says: '建成的月份晚于填报日期', base: '6.1', edit: { 已建成日期: '2026-04' } },
    {
      says: '建成早于开工',
      base: '6.1',
      edit: { 建设期限: { 起: '2020-01-01', 止: '2020-12-31' }, 已建成日期: '2019-06' },
    },
    { says: '新建却写了已建成日期', base: '6.2财政', edit: { 已建成日期: '2020-12-20' } },
  ],
  *check({ stage, filedOn, completedOn, expectedOn, period }) {
    const completed = labelOf('completedOn');
    const expected = labelOf('expectedOn');
    if (stage === '已建成' && completedOn === undefined) {
      yield {
        path: [completed],
        message: `${completed}：已建成的项目填写建成投入使用的日期`,
        fix: `填写，例如「${completed}: 2021-04-29」；还没有建成的，${labelOf('stage')}改成「正在建设」。`,
      };
    }
    if (stage === '正在建设' && expectedOn === undefined) {
      yield {
        path: [expected],
        message: `${expected}：正在建设的项目填写预计哪天建成`,
        fix: `填写，例如「${expected}: 2026-12-31」`,
      };
    }
    if (stage !== '已建成' && completedOn !== undefined) {
      yield {
        path: [completed],
        message: `${completed}：${stage}的项目不写已建成日期`,
        fix: `删去这一行；已经建成的，${labelOf('stage')}改成「已建成」。`,
      };
    }
    if (completedOn !== undefined && earliestDay(completedOn) > filedOn) {
      yield {
        path: [completed],
        message: `${completed}：${completedOn} 晚于填报日期 ${filedOn}，那时还没有建成`,
        fix: `核对两个日期；还没有建成的，${labelOf('stage')}改成「正在建设」，改写${expected}。`,
      };
    }
    if (stage === '正在建设' && expectedOn !== undefined && latestDay(expectedOn) < filedOn) {
      yield {
        path: [expected],
        message: `${expected}：${expectedOn} 早于填报日期 ${filedOn}`,
        fix: `写新的预计日期；已经建成的，${labelOf('stage')}改成「已建成」。`,
      };
    }
    const begun = period?.from;
    const built = stage === '正在建设' ? expectedOn : completedOn;
    if (built !== undefined && begun !== undefined && latestDay(built) < earliestDay(begun)) {
      const label = stage === '正在建设' ? expected : completed;
      yield {
        path: [label],
        message: `${label}：${built} 早于${labelOf('period')}的起日 ${begun}，开工以前不会建成`,
        fix: '核对两个日期，改正写错的一个。',
      };
    }
  },
});
