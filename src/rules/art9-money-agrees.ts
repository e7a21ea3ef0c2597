import type { Entry } from '../form/entry.ts';
import { type Fen, formatWan } from '../form/money.ts';
import type { Sum } from '../records/lifecycle/money.ts';
import { LOG_LABEL } from '../records/log.ts';
import { ACCEPTED, APPROVED, BEGUN, BUILT, PROJECTED } from './examples/example-events.ts';
import { defineRule, type Facts, type Fault } from './support/define-rule.ts';
import { eventPath, stepsOf } from './support/record-faults.ts';

const PAID = {
  日期: '2026-06-10',
  事项: '资金下达',
  文号: '示财〔2026〕31号',
  金额: '160',
  经办: '区财政局',
} as const;
const REOPENED = {
  日期: '2026-07-01',
  事项: '变更',
  重新审核: '是',
  金额: '640',
  说明: '增加两个街道。',
  经办: '办公室项目组',
} as const;
const AGAIN = APPROVED.slice(1).map((event, index) => ({ ...event, 日期: `2026-07-1${index}` }));

/** 第九条: public money follows the approval and the 立项; the sums of the records are held against each other. */
export const art9MoneyAgrees = defineRule({
  id: 'art9-money-agrees',
  title: '立项、下达和批准的金额对得上',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art9'],
  appliesTo: '使用财政资金的新建项目（6.2，6.4 使用财政资金）的办理记录',
  why: '批准多少、立项多少、下达多少要一致；多下达、按旧批准下达、没有立项就建成，财政核对时都会问到，也可能是单位写错。',
  fix: '核对文件上的金额和单位（万元）；记错的，记一件「更正」；确实如此的，由办公室会同财政处理。',
  needs: ['stage'],
  ok: [{ says: '立项 320，下达 160', base: '6.2财政', edit: {}, records: [...APPROVED, PROJECTED, PAID] }],
  bad: [
    {
      says: '立项多于论证通过的总投资',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, { ...PROJECTED, 金额: '3200' }],
    },
    {
      says: '累计下达多于立项',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, PROJECTED, PAID, { ...PAID, 日期: '2026-06-20', 金额: '200' }],
    },
    {
      says: '变更重新论证以后，照旧的立项下达',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, PROJECTED, REOPENED, ...AGAIN, { ...PAID, 日期: '2026-08-01' }],
    },
    {
      says: '没有立项就建成验收',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, BEGUN, BUILT, ACCEPTED],
    },
  ],
  *check(_filing, entry, facts) {
    const { route, money, approvals } = facts.lifeOf(entry);
    if (!route?.duties.includes('art9') || stepsOf(entry, facts).length === 0) return;
    for (const project of money.projects) yield* projectWithin(project, approvals);
    yield* paymentsWithin(money.projects, money.payments);
    for (const payment of money.payments) yield* onTheRightApproval(payment, money.projects, approvals);
    yield* builtWithoutProject(entry, facts);
  },
});

type Approvals = readonly { readonly date: string; readonly amount: Fen | undefined }[];

const FIX = '核对文件上的金额和单位（万元）；记错的，记一件「更正」。';
const at = ({ index }: Sum): Fault['path'] => [LOG_LABEL, index, '金额'];

function* projectWithin(project: Sum, approvals: Approvals): Iterable<Fault> {
  const approved = approvals.findLast(({ date }) => date <= project.date)?.amount;
  if (approved === undefined || project.amount <= approved) return;
  const message = `金额：立项 ${formatWan(project.amount)}，多于论证通过的总投资 ${formatWan(approved)}`;
  yield { path: at(project), message, fix: FIX };
}

/** The first payment with which more is paid than the 立项 in force gives. */
function* paymentsWithin(projects: readonly Sum[], payments: readonly Sum[]): Iterable<Fault> {
  let paid = 0;
  for (const payment of payments) {
    paid += payment.amount;
    const project = projects.findLast(({ date }) => date <= payment.date);
    if (!project || paid <= project.amount) continue;
    const message = `金额：累计下达 ${formatWan(paid)}，多于立项的 ${formatWan(project.amount)}`;
    yield { path: at(payment), message, fix: FIX };
    return;
  }
}

function* onTheRightApproval(payment: Sum, projects: readonly Sum[], approvals: Approvals): Iterable<Fault> {
  const approval = approvals.findLast(({ date }) => date <= payment.date);
  const project = projects.findLast(({ date }) => date <= payment.date);
  if (!approval || !project || project.date >= approval.date) return;
  const message = `资金下达：${payment.date} 下达时，立项（${project.date}）还是变更重新论证（${approval.date}）以前的`;
  const fix = '变更以后重新立项的，补记「立项」；仍按原立项的金额下达的，由办公室确认。';
  yield { path: [LOG_LABEL, payment.index, '事项'], message, fix };
}

/** Late 立项 may still be recorded: the project is not refused, the office is asked. */
function* builtWithoutProject(entry: Entry, facts: Facts): Iterable<Fault> {
  if (facts.lifeOf(entry).facts.has('projected')) return;
  const done = stepsOf(entry, facts).find(
    ({ act, refusal, voided }) => (act === '完工' || act === '验收通过') && !refusal && !voided,
  );
  if (!done) return;
  const message = `${done.event.event}：使用财政资金的项目已经建成，还没有立项的记录`;
  yield { path: eventPath(done.event), message, fix: '立过项的，补记「立项」，日期写批复那天，记于写今天。' };
}
