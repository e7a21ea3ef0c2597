import type { Day } from '../form/dates.ts';
import { formatWan, wanPlain } from '../form/money.ts';
import type { Lifecycle, Money, Owed, TimelineStep } from '../records/lifecycle/derive.ts';
import { stepDetails, stepRemarks } from '../records/step-words.ts';
import type { Standing, Waiting } from '../registry/standing.ts';
import { clauseTitle } from '../regulation/index.ts';

/** One project as `status --format json` shows it; sums in 万元. */
export function statusRecord(standing: Standing): object {
  const { id, name, number, state, label, turn, since, days, late, owed, integration, timeline } = standing;
  const { approvedOn, approvals, money } = standing;
  const sums = { approvedOn, approved: wan(approvals.at(-1)?.amount), ...moneyRecord(money) };
  const events = timeline.map(eventRecord);
  return { id, name, number, state, label, turn, since, days, late, owed, integration, money: sums, events };
}

function moneyRecord({ projects, paid, balance, actual }: Money): object {
  const { amount, document } = projects.at(-1) ?? {};
  return { project: wan(amount), document, paid: wan(paid), balance: wan(balance), actual: wan(actual) };
}

function eventRecord({ event, label, clause, who, state, refusal, voided }: TimelineStep): object {
  const { date, writtenOn, handler, note, target, amount, document, number, year } = event;
  const said = { target, number, document, amount: wan(amount), year, handler, note };
  const refused = refusal?.message;
  return {
    ...{ date, writtenOn, event: event.event, label, clause, who, state, ...said },
    ...(refused === undefined ? {} : { refused }),
    ...(voided ? { voided } : {}),
  };
}

const wan = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : Number(wanPlain(amount));

/** One project in words: state, steps owed, money, events. */
export function statusText(standing: Standing): string {
  const { id, name, number, owed, integration, timeline } = standing;
  return [
    name,
    `  编号：${id}${number === undefined ? '' : `　登记号：${number}`}`,
    `  状态：${stateText(standing)}`,
    `  总平台对接：${integration.platform}　数据归集：${integration.data}`,
    ...moneyLine(standing),
    ...(owed.length === 0 ? [] : ['', '  要办的事：', ...owed.map(owedText)]),
    ...(timeline.length === 0 ? [] : ['', '  办理记录：', ...timeline.map(stepText)]),
  ].join('\n');
}

/** What Finance asks by number: for how much it was approved, what is paid, what is left. */
function moneyLine({ approvedOn, approvals, money }: Lifecycle): readonly string[] {
  const { projects, payments, paid, balance, actual } = money;
  const approved = approvals.at(-1)?.amount;
  const said = [
    ...(approvedOn === undefined || approved === undefined ? [] : [`批准 ${formatWan(approved)}`]),
    ...projects
      .slice(-1)
      .map(({ amount, document }) => `立项 ${formatWan(amount)}（${document ?? '没有文号'}）`),
    ...(payments.length === 0 ? [] : [`已下达 ${formatWan(paid)}`]),
    ...(balance === undefined ? [] : [`余 ${formatWan(balance)}`]),
    ...(actual === undefined ? [] : [`实际投资 ${formatWan(actual)}`]),
  ];
  return said.length === 0 ? [] : [`  资金：${said.join('，')}`];
}

/** An event in one line: what it says, and what has to be known of it. */
function stepText(step: TimelineStep): string {
  const { event, label, clause } = step;
  const details = stepDetails(step).filter(({ key }) => key !== 'received' && key !== 'target');
  const whom = event.target === undefined ? '' : ` ${event.target}`;
  const said = details.map((one) => `${one.label} ${one.text}`).join('；');
  return [`  ${event.date}  ${label}${whom}（${clauseTitle(clause)}）`, said, ...stepRemarks(step)]
    .filter((part) => part !== '')
    .join('　');
}

/** All projects, a line each. */
export function statusList(all: readonly Standing[]): string {
  if (all.length === 0) return '登记库里还没有项目。';
  return all.map((one) => `${stateText(one)}\n  ${one.name}（${one.id}）`).join('\n');
}

function stateText({ label, turn, days, late }: Standing): string {
  const state = turn === '无' || days === undefined ? label : `${label}（已等 ${days} 天）`;
  return late ? `${state}，${late.words}` : state;
}

function owedText({ who, what, clause, since, planned, note }: Owed): string {
  const when = planned === undefined ? (since === undefined ? '' : `，${since} 起`) : `，计划 ${planned}`;
  return `  - ${who}：${what}（${clauseTitle(clause)}${when}）${note === undefined ? '' : `：${note}`}`;
}

/** What waits for whom, oldest first, as JSON. */
export function queueJson(waiting: readonly Waiting[], today: Day): string {
  const rows = waiting.map(({ id, name, who, what, note, clause, since, days, late }) => {
    return { id, name, who, what, note, clause, since, days, late };
  });
  return JSON.stringify({ today, waiting: rows }, null, 2);
}

/** What waits for whom, by whose turn it is; the longest waiting party's steps in order of days. */
export function queueText(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return '没有等着办的事。';
  const parties = [...new Set(waiting.map(({ who }) => who))];
  return parties
    .map((party) => {
      const mine = waiting.filter(({ who }) => who === party);
      return [`等${party}办（${mine.length} 件）`, ...mine.map(waitingText)].join('\n');
    })
    .join('\n\n');
}

function waitingText({ id, name, what, note, clause, days, late }: Waiting): string {
  const waited = days === undefined ? '没有日期' : `已等 ${days} 天`;
  const over = late ? `　${late.words}` : '';
  const said = note === undefined ? '' : `　${note}`;
  return `  ${waited}　${what}（${clauseTitle(clause)}）　${name}（${id}）${said}${over}`;
}
