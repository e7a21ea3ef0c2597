import type { Day } from '../form/dates.ts';
import type { Owed } from '../records/lifecycle/derive.ts';
import type { Standing, Waiting } from '../registry/standing.ts';
import { clauseTitle } from '../regulation/index.ts';

/** One project as `status --format json` shows it. */
export function statusRecord(standing: Standing): object {
  const { id, name, number, state, label, turn, since, days, late, owed, integration, timeline } = standing;
  const events = timeline.map(({ event, label, clause, who, state, refusal }) => {
    const { date, handler, note, target } = event;
    const refused = refusal === undefined ? {} : { refused: refusal.message };
    return { date, event: event.event, label, clause, who, state, target, handler, note, ...refused };
  });
  return { id, name, number, state, label, turn, since, days, late, owed, integration, events };
}

/** One project in words: state, steps owed, events. */
export function statusText(standing: Standing): string {
  const { id, name, number, owed, integration, timeline } = standing;
  const events = timeline.map(({ event, label, clause, refusal }) => {
    const mark = refusal === undefined ? '' : `　不算数：${refusal.message}`;
    const whom = event.target === undefined ? '' : ` ${event.target}`;
    const why = event.event === '查重认定' ? `　${event.note ?? ''}` : '';
    return `  ${event.date}  ${label}${whom}（${clauseTitle(clause)}）${why}${mark}`;
  });
  return [
    name,
    `  编号：${id}${number === undefined ? '' : `　登记号：${number}`}`,
    `  状态：${stateText(standing)}`,
    `  总平台对接：${integration.platform}　数据归集：${integration.data}`,
    ...(owed.length === 0 ? [] : ['', '  要办的事：', ...owed.map(owedText)]),
    ...(events.length === 0 ? [] : ['', '  办理记录：', ...events]),
  ].join('\n');
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
  const rows = waiting.map(({ id, name, who, what, clause, since, days, late }) => {
    return { id, name, who, what, clause, since, days, late };
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

function waitingText({ id, name, what, clause, days, late }: Waiting): string {
  const waited = days === undefined ? '没有日期' : `已等 ${days} 天`;
  const over = late ? `　${late.words}` : '';
  return `  ${waited}　${what}（${clauseTitle(clause)}）　${name}（${id}）${over}`;
}
