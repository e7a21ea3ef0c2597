import type { Day } from '../form/dates.ts';
import { type Fen, wanPlain } from '../form/money.ts';
import type { Owed, TimelineStep } from '../records/lifecycle/derive.ts';
import { correctionWords, moneyLines, standInWords } from '../registry/life-words.ts';
import type { Standing, Waiting } from '../registry/standing.ts';
import { clauseTitle } from '../regulation/index.ts';

/** One project as `status --format json` shows it; sums in 万元. */
export function statusRecord(standing: Standing): object {
  const { id, name, number, state, label, turn, since, days, late, owed, integration } = standing;
  const events = standing.timeline.map((step) => {
    const { date, writtenOn, handler, note, target, amount, document } = step.event;
    const { act: _act, event, refusal, corrections, voided, approved: _approved, ...shown } = step;
    return {
      date,
      writtenOn,
      event: event.event,
      ...shown,
      target,
      amount: wan(amount),
      document,
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
    ...block('要办的事', owed.map(owedText)),
    ...block('办理记录', standing.timeline.flatMap(stepLines)),
  ].join('\n');
}

function stepLines(step: TimelineStep): readonly string[] {
  const { event, label, clause, refusal } = step;
  const mark = refusal === undefined ? '' : `　这一条没有计入：${refusal.message}`;
  const whom = event.target === undefined ? '' : ` ${event.target}`;
  const late = event.writtenOn === undefined ? '' : `，${event.writtenOn} 补记`;
  const why = event.note === undefined ? '' : `　${event.note}`;
  return [
    `  ${event.date}  ${label}${whom}（${clauseTitle(clause)}${late}）${why}${mark}`,
    ...correctionWords(step).map((words) => `              ${words}`),
  ];
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

function owedText({ who, what, clause, since, planned }: Owed): string {
  const when = planned === undefined ? (since === undefined ? '' : `，${since} 起`) : `，计划 ${planned}`;
  return `  - ${who}：${what}（${clauseTitle(clause)}${when}）`;
}

/** What waits for whom, oldest first, as JSON. */
export function queueJson(waiting: readonly Waiting[], today: Day): string {
  const rows = waiting.map(({ id, name, who, by, what, clause, since, days, late }) => {
    return { id, name, who, by, what, clause, since, days, late };
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

function waitingText({ id, name, by, what, clause, days, late }: Waiting): string {
  const waited = days === undefined ? '没有日期' : `已等 ${days} 天`;
  const over = late ? `　${late.words}` : '';
  const whom = by === undefined ? '' : `　${by}`;
  return `  ${waited}　${what}（${clauseTitle(clause)}）　${name}（${id}）${whom}${over}`;
}
