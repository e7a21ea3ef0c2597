import type { Day } from '../form/dates.ts';
import { type Fen, wanPlain } from '../form/money.ts';
import type { Owed, TimelineStep } from '../records/lifecycle/derive.ts';
import { stepDetails, stepRemarks } from '../records/step-words.ts';
import { moneyLines, standInWords } from '../registry/life-words.ts';
import type { Standing } from '../registry/standing.ts';
import { clauseTitle } from '../regulation/index.ts';
import { printableLine } from '../text/finding.ts';

/** One project as `status --format json` shows it; sums in 万元. */
export function statusRecord(standing: Standing): object {
  const { id, name, number, state, label, turn, since, days, late, owed, integration } = standing;
  const events = standing.timeline.map((step) => {
    const { date, writtenOn, handler, note, target, amount, document, number, year } = step.event;
    const { act: _act, event, refusal, corrections, voided, approved: _approved, ...shown } = step;
    return {
      date,
      writtenOn,
      event: event.event,
      ...shown,
      target,
      number,
      document,
      amount: wan(amount),
      year,
      handler,
      note,
      ...(refusal === undefined ? {} : { refused: refusal.message }),
      ...(corrections.length === 0 ? {} : { corrections }),
      ...(voided ? { voided } : {}),
    };
  });
  const head = { id, name, number, clause: standing.route?.clause, state, label, turn, since, days, late };
  return {
    ...head,
    owed,
    integration,
    received: receivedRecord(standing),
    money: moneyRecord(standing),
    events,
  };
}

function receivedRecord({ received }: Standing): object | undefined {
  return received && { ...received, budget: wan(received.budget) };
}

function moneyRecord({ approvals, money }: Standing): object {
  const sums = (all: readonly { readonly date: Day; readonly amount: Fen | undefined }[]) =>
    all.map(({ amount, ...rest }) => ({ ...rest, amount: wan(amount) }));
  return {
    approvals: sums(approvals),
    projects: sums(money.projects),
    payments: sums(money.payments),
    paid: wan(money.paid),
    balance: wan(money.balance),
    actual: wan(money.actual),
  };
}

function wan(amount: Fen | undefined): number | undefined {
  return amount === undefined ? undefined : Number(wanPlain(amount));
}

/** One project in words: state, money, steps owed, events. */
export function statusText(standing: Standing): string {
  const { id, name, number, owed, integration } = standing;
  const standIn = standInWords(standing);
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `  ${title}：`, ...lines];
  return [
    name,
    `  编号：${id}${number === undefined ? '' : `　登记号：${number}`}`,
    `  状态：${stateText(standing)}`,
    `  总平台对接：${integration.platform}　数据归集：${integration.data}`,
    ...(standIn === undefined ? [] : [`  说明：${standIn}`]),
    ...block(
      '资金',
      moneyLines(standing).map((line) => `  - ${line}`),
    ),
    ...block('要办的事', owed.map(owedText).map(printableLine)),
    ...block('办理记录', standing.timeline.map(stepText).map(printableLine)),
  ].join('\n');
}

/** An event in one line: which it is in the file, what it says, and what has to be known of it. */
function stepText(step: TimelineStep): string {
  const { event, label, clause } = step;
  const details = stepDetails(step).filter(({ key }) => key !== 'received' && key !== 'target');
  const whom = event.target === undefined ? '' : ` ${event.target}`;
  const said = details.map((one) => `${one.label} ${one.text}`).join('；');
  const cited = clause === undefined ? '' : `（${clauseTitle(clause)}）`;
  return [`  第 ${event.index + 1} 件　${event.date}　${label}${whom}${cited}`, said, ...stepRemarks(step)]
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
