import type { Entry } from '../form/entry.ts';
import { ACCEPTED, APPROVED, BEGUN, BUILT, RECEIVED } from './examples/example-events.ts';
import { defineRule, type Facts, type Fault } from './support/define-rule.ts';
import { eventPath, outOfOrder, stepsOf } from './support/record-faults.ts';

const DONE = [...APPROVED, BEGUN, BUILT] as const;
const WAIVED = {
  日期: '2026-11-10',
  事项: '变更',
  免予验收: '是',
  说明: '自筹的小项目',
  文号: '示数办〔2026〕9号',
  经办: '办公室项目组',
} as const;
const UNFINISHED = { 建设阶段: '正在建设', 已建成日期: null, 预计建成日期: '2026-12-31' } as const;

/** 第八条第6项; reading `who-organises-acceptance`: the unit reports, the office organises the experts. */
export const art86AcceptanceByOffice = defineRule({
  id: 'art8-6-acceptance-by-office',
  title: '建成以后由办公室组织专家验收',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art8-6'],
  appliesTo: '新建项目的办理记录；其他项目参照办理的也一样',
  why: '项目建成后报办公室，组织专家进行验收。没有建成不能验收，建设单位也不能自己验收。',
  fix: '先记完工；验收由办公室组织，经办写办公室的处室。',
  needs: ['stage', 'lead'],
  ok: [
    { says: '完工以后，办公室组织验收', base: '6.2财政', edit: {}, records: [...DONE, ACCEPTED] },
    { says: '不使用财政资金，办公室同意免予验收', base: '6.2非财政', edit: {}, records: [...DONE, WAIVED] },
  ],
  bad: [
    { says: '没有完工就验收', base: '6.2财政', edit: {}, records: [...APPROVED, BEGUN, ACCEPTED] },
    { says: '备案的在建项目没有完工', base: '6.1', edit: UNFINISHED, records: [RECEIVED, ACCEPTED] },
    {
      says: '办公室定了不免予验收，又记了免予验收',
      base: '6.2非财政',
      edit: {},
      records: [...DONE, WAIVED],
      settings: { 免予验收: '不允许' },
    },
    {
      says: '建设单位自己组织验收',
      base: '6.2财政',
      edit: {},
      records: [...DONE, { ...ACCEPTED, 经办: '示例街道办事处' }],
    },
  ],
  *check(_filing, entry, facts) {
    yield* outOfOrder(entry, facts, ['验收通过', '验收不通过']);
    yield* byItself(entry, facts);
    if (facts.settings.waiver === '不允许') yield* waivedAllTheSame(entry, facts);
  },
});

/** What was waived before the office decided so stays waived: it is told, and nothing is undone. */
function* waivedAllTheSame(entry: Entry, facts: Facts): Iterable<Fault> {
  for (const { event, act, refusal, voided } of stepsOf(entry, facts)) {
    if (act !== '免予验收' || refusal || voided) continue;
    yield {
      path: [...eventPath(event).slice(0, 2), '免予验收'],
      message: `免予验收：${event.date} 免予验收，办公室定了不免予验收`,
      fix: '定下以前免的，不用改；以后免的，记一件「更正」作废，照常报验收。',
      severity: 'judgement',
    };
  }
}

/** A section of the builder is the builder. The office may be the leading unit itself: for it to judge. */
function* byItself(entry: Entry, facts: Facts): Iterable<Fault> {
  const own = [entry.filing.lead?.name, facts.units.get(entry.unit)?.name];
  for (const { event } of stepsOf(entry, facts)) {
    const by = event.handler ?? '';
    if (event.event !== '专家验收' || !own.some((name) => name !== undefined && by.startsWith(name)))
      continue;
    yield {
      path: [...eventPath(event).slice(0, 2), '经办'],
      message: `经办：验收由办公室组织，这里写的是建设单位「${event.handler}」`,
      fix: '写办公室的处室，例如「经办: 办公室项目组」；建设单位自己验收的，由办公室另行组织。',
      severity: 'judgement',
    };
  }
}
