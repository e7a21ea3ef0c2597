import { type Day, type DayOrMonth, earliestDay, latestDay } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import type { Filing } from '../form/fields.ts';
import { countedEvents } from '../records/corrections.ts';
import { ruleVersions } from '../registry/office.ts';
import type { Path } from '../text/finding.ts';
import { defineRule, type Facts, labelOf } from './support/define-rule.ts';
import { predecessorsOf } from './support/predecessors.ts';

/** A paper that says that the project was approved; a feasibility study is none. */
const APPROVAL_PAPER = /(?:论证|评审|审核)(?:的)?(?:意见|结论|通过)|批复|准予实施/;

/** Reading `begun-without-approval`: what was begun under the regulation without approval is filed all the same, and told. */
export const art6FiledWithoutApproval = defineRule({
  id: 'art6-filed-without-approval',
  title: '办法施行以后开工、没有批准记录的，备案时标明',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art6-1', 'art6-2', 'art6-3'],
  appliesTo: '使用财政资金、已建成或正在建设的项目（6.1，6.3）',
  why: '办法施行以后，使用财政资金的项目先审核论证、后实施。开工以后改走备案，论证就绕过去了；如实备案，由办公室判断。',
  fix: '照常备案。批准过的，填前期项目，或把论证意见登记在附件里；没有批准的，在项目概况里说明原因。',
  needs: ['stage'],
  reads: ['period', 'completedOn', 'predecessor', 'attachments'],
  routes: ({ clause }) => clause === '6.1' || clause === '6.3',
  ok: [
    { says: '施行以前建成', base: '6.1', edit: {} },
    { says: '没有写哪天开工，不作猜测', base: '6.1', edit: { 已建成日期: '2025-12-20' } },
    { says: '施行以前开工，以后建成', base: '6.1', edit: built('2022-06-01', '2020-09-01') },
    { says: '不使用财政资金', base: '6.3', edit: built('2025-12-20', '2025-03-01') },
    {
      says: '附了论证意见',
      base: '6.1',
      edit: {
        ...built('2025-12-20', '2025-03-01'),
        附件: [
          { 名称: '项目建设方案', 日期: '2025-01-20', 送达: '纸质', 编号: '示办〔2025〕7号' },
          { 名称: '专家论证意见', 日期: '2025-02-20', 送达: '纸质', 编号: '论证〔2025〕2号' },
        ],
      },
    },
  ],
  bad: [
    { says: '施行以后开工', base: '6.1', edit: built('2025-12-20', '2025-03-01') },
    {
      says: '正在建设，施行以后开工',
      base: '6.1',
      edit: {
        建设阶段: '正在建设',
        已建成日期: null,
        预计建成日期: '2026-12-31',
        建设期限: { 起: '2025-09-01', 止: '2026-12-31' },
      },
    },
    {
      says: '社会组织牵头，以后由财政付费',
      base: '6.3',
      edit: { ...built('2025-12-20', '2025-03-01'), 以后需财政付费: '是' },
    },
  ],
  *check(filing, entry, facts) {
    // A day after 填报日期 is a slip, and `art6-stage-dates` says so.
    if ((filing.completedOn ?? '') > (filing.filedOn ?? '')) return;
    const inForce = ruleVersions(facts.office)[0]?.inForceFrom ?? facts.office.inForceFrom;
    const first = firstDay(filing, entry, facts);
    if (entry.fiscal !== true || !first || earliestDay(first.day) <= inForce) return;
    if (isApproved(entry, latestDay(first.day), facts)) return;
    const path = first.path;
    const since = `在办法施行（${inForce}）以后，登记库里没有那以前论证通过的记录，可能属于未批先建，由办公室判断`;
    yield {
      path,
      message: `${path[0]}：${first.day} 开工，${since}`,
      fix: '照常备案。批准过的，填前期项目，或把论证意见登记在附件里；没有批准的，在项目概况里说明原因。',
    };
  },
});

function built(on: Day, from: Day) {
  return { 已建成日期: on, 建设期限: { 起: from, 止: on } };
}

interface FirstDay {
  readonly day: DayOrMonth;
  readonly path: Path;
}

/** The day on which the work began, where somebody says so; nothing is guessed from when it was finished. */
function firstDay({ period }: Filing, entry: Entry, facts: Facts): FirstDay | undefined {
  const events = countedEvents(facts.records.get(entry.id)?.events ?? []);
  const days: readonly FirstDay[] = [
    ...(period ? [{ day: period.from, path: [labelOf('period'), '起'] }] : []),
    ...events.flatMap(({ event, date }) =>
      event === '开工' ? [{ day: date, path: [labelOf('stage')] }] : [],
    ),
  ];
  return days.toSorted((a, b) => (earliestDay(a.day) < earliestDay(b.day) ? -1 : 1))[0];
}

/** Its own approval or that of a project before it, on record or as a paper, no later than the work. */
function isApproved(entry: Entry, day: Day, facts: Facts): boolean {
  const papers = entry.filing.attachments ?? [];
  if (papers.some(({ name, date }) => APPROVAL_PAPER.test(name) && earliestDay(date) <= day)) return true;
  return [entry.id, ...predecessorsOf(entry, facts)].some((id) =>
    facts.records
      .get(id)
      ?.events.some(({ event, verdict, date }) => event === '专家论证' && verdict === '通过' && date <= day),
  );
}
