import type { Entry } from '../form/entry.ts';
import type { Filing } from '../form/fields.ts';
import { APPROVED, BEGUN, RECEIVED } from './examples/example-events.ts';
import { defineRule, type Facts, type Fault, labelOf } from './support/define-rule.ts';
import { eventPath, stepsOf } from './support/record-faults.ts';

const PROGRESS = { 建设进展: [{ 日期: '2026-06-30', 完成比例: '20', 说明: '完成采购' }] } as const;

/** Reading `begun-without-approval`: begun before 审核 and 论证 is written down and judged, never passed over. */
export const art6BegunBeforeApproval = defineRule({
  id: 'art6-begun-before-approval',
  title: '审核、论证通过以后才动工（未批先建）',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art6-2', 'art6-4'],
  appliesTo: '须审核论证的新建项目（6.2，6.4 使用财政资金）',
  why: '经审核、专家委员会论证后，方可实施。先开工再补办，论证就没有意义；如实记下，由办公室处理。',
  fix: '核对日期；确属未批先建的，在项目概况里说明原因，由办公室决定怎样办，不改成备案来绕过论证。',
  needs: ['stage'],
  reads: ['progress'],
  routes: ({ approval }) => approval,
  ok: [
    { says: '论证通过后开工', base: '6.2财政', edit: PROGRESS, records: [...APPROVED, BEGUN] },
    { says: '还没有动工', base: '6.2财政', edit: {}, records: [RECEIVED] },
  ],
  bad: [
    { says: '没有批准，记了开工', base: '6.2财政', edit: {}, records: [RECEIVED, BEGUN] },
    { says: '没有批准，写了建设进展', base: '6.4财政', edit: PROGRESS },
    {
      says: '建设进展早于论证通过',
      base: '6.2非财政',
      edit: { 建设进展: [{ 日期: '2026-04-01', 累计投资: '12' }] },
      records: APPROVED,
    },
  ],
  *check(filing, entry, facts) {
    yield* startsRecorded(entry, facts);
    yield* progressWritten(filing, facts.lifeOf(entry).approvedOn);
  },
});

function* startsRecorded(entry: Entry, facts: Facts): Iterable<Fault> {
  for (const { act, event, approved, refusal, voided } of stepsOf(entry, facts)) {
    if (act !== '开工' || refusal || voided || approved) continue;
    yield {
      path: eventPath(event),
      message: `开工：${event.date} 已经开工，那时还没有通过审核和论证，可能属于未批先建，请办公室核实`,
      fix: '由办公室决定怎样处理；日期记错的，改正日期。',
    };
  }
}

/** Progress before the day of the approval, or without any approval, from the unit's own words. */
function* progressWritten({ progress }: Filing, approvedOn: string | undefined): Iterable<Fault> {
  const label = labelOf('progress');
  const begun = (progress ?? []).findIndex(({ date, percent, spent }) => {
    const nothingYet = percent === 0 && (spent ?? 0) === 0;
    return !nothingYet && (approvedOn === undefined || date < approvedOn);
  });
  const first = progress?.[begun];
  if (!first) return;
  const why = approvedOn === undefined ? '还没有通过审核和论证' : `早于论证通过的日期 ${approvedOn}`;
  yield {
    path: [label, begun, '日期'],
    message: `${label}：${first.date} 已有进展，${why}，可能属于未批先建，请办公室核实`,
    fix: '核对日期；确已动工的，在项目概况里说明原因，由办公室处理。',
  };
}
