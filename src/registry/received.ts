import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Day, formatDay, latestDay } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import type { FieldKey, Filing } from '../form/fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { formatWan, wanPlain } from '../form/money.ts';
import { readValue } from '../form/read-value.ts';
import { RECORD_FIELDS } from '../records/event-fields.ts';
import type { ReceivedContent } from '../records/received.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { RawMap } from '../text/raw.ts';

const RECEIVED_TYPE = RECORD_FIELDS.find(({ key }) => key === 'received')?.type as FieldType<unknown>;
const UTF8 = new TextEncoder();
/** What a unit goes on writing after 受理 by its nature: no part of what was received. */
const GOES_ON: readonly FieldKey[] = [
  'progress',
  'amendments',
  'answers',
  'contact',
  'platform',
  'dataPooling',
];

/** What follows when the filing says something else than was received. */
export type Consequence = '变更说明' | '重新审核';

/** One point in which a filing differs from what was received. */
export interface Difference {
  readonly label: string;
  readonly was: string;
  readonly now: string;
  readonly consequence: Consequence;
}

/** 受理内容 of a filing in the notation of the records; undefined while its route is open. */
export function receivedContent(entry: Entry): RawMap | undefined {
  const { filing, route, fiscal } = entry;
  if (!route || fiscal === undefined || !filing.lead || !filing.stage || !filing.form) return undefined;
  const { budget, filedOn, name, effect } = filing;
  const plan = planOf(filing);
  const functions = functionsOf(filing);
  const end = plannedEnd(filing);
  return {
    表式: filing.form,
    条款: clauseTitle(route.clauseId),
    主体类型: filing.lead.type,
    主体名称: filing.lead.name,
    建设阶段: filing.stage,
    使用财政资金: fiscal ? '是' : '否',
    ...(filedOn === undefined ? {} : { 填报日期: filedOn }),
    ...(budget === undefined ? {} : { 总投资: wanPlain(budget) }),
    ...(end === undefined ? {} : { 计划完成日期: end }),
    ...(name === undefined ? {} : { 项目名称: name }),
    ...(effect === undefined ? {} : { 预期效果: effect }),
    ...(plan === '' ? {} : { 方案: plan }),
    ...(functions.length === 0 ? {} : { 功能: [...functions] }),
    摘要: filingDigest(filing),
  };
}

/** The same as the records are read: for comparing with what a filing was. */
export function receivedValues(entry: Entry): ReceivedContent | undefined {
  const content = receivedContent(entry);
  return content && (readValue(RECEIVED_TYPE, content).value as ReceivedContent | undefined);
}

/** A mark of everything in a filing that was received. */
export function filingDigest(filing: Filing): string {
  const kept = Object.entries(filing).filter(([key]) => !GOES_ON.includes(key as FieldKey));
  const text = JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  return bytesToHex(sha256(UTF8.encode(text))).slice(0, 12);
}

/** The plan that goes with a filing: its name with the number or the hash by which it can be told from another. */
export function planOf({ attachments = [] }: Filing): string {
  const plan = attachments.find(({ name }) => name.includes('方案'));
  return plan === undefined ? '' : [plan.name, plan.number ?? plan.sha256 ?? plan.date].join('，');
}

/** The last day on which a filing says that it will be finished; undefined where it says nothing of it. */
export function plannedEnd({ period, expectedOn }: Filing): Day | undefined {
  return period?.to ?? (expectedOn === undefined ? undefined : latestDay(expectedOn));
}

function functionsOf({ functions = [] }: Filing): readonly string[] {
  return functions.map(({ name }) => name.slice(0, 100));
}

/**
 * In which points a filing differs from what was received, with what follows. A project under 第六条第1、3项 that is
 * now built has only come further: that is no difference.
 */
export function differencesFrom(
  received: ReceivedContent,
  { filing, route, fiscal }: Entry,
): readonly Difference[] {
  const { lead, stage, budget, name, effect } = filing;
  const moved = route !== undefined && clauseTitle(route.clauseId) !== received.clause;
  const review: Consequence = moved || fiscal !== received.fiscal ? '重新审核' : '变更说明';
  const clause = route && clauseTitle(route.clauseId);
  // What is built has come to its end, and need not say any more when that was planned.
  const end = plannedEnd(filing) ?? (stage === '已建成' ? received.plannedEnd : undefined);
  const rows: readonly (readonly [string, string | undefined, string | undefined, Consequence])[] = [
    ['表式', received.form, filing.form, review],
    ['条款', received.clause, clause, '重新审核'],
    ['牵头主体', `${received.leadType}${received.leadName}`, lead && `${lead.type}${lead.name}`, review],
    ['建设阶段', received.stage, moved ? stage : received.stage, review],
    ['使用财政资金', yesNo(received.fiscal), fiscal === undefined ? undefined : yesNo(fiscal), '重新审核'],
    [
      '资金预算',
      received.budget === undefined ? undefined : formatWan(received.budget),
      budget === undefined ? undefined : formatWan(budget),
      '变更说明',
    ],
    ['计划完成日期', dayWords(received.plannedEnd), dayWords(end), '变更说明'],
    ['项目名称', received.name, name, '变更说明'],
    ['项目预期效果', received.effect, effect, '变更说明'],
    ['附件', received.plan, planOf(filing) || undefined, '变更说明'],
    ['功能清单', received.functions?.join('、'), functionsOf(filing).join('、') || undefined, '变更说明'],
  ];
  // What the record does not say was not looked at then, and is not now.
  return rows.flatMap(([label, was, now = '', consequence]) =>
    was === undefined || was === now ? [] : [{ label, was, now, consequence }],
  );
}

function dayWords(day: Day | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

function yesNo(value: boolean): string {
  return value ? '是' : '否';
}

/** 「资金预算：受理时 320.00 万元，现在 640.00 万元」. */
export function differenceWords({ label, was, now }: Difference): string {
  const shown = (text: string): string => {
    const cut = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return text === '' ? '没有' : /^[0-9A-Za-z]/.test(cut) ? ` ${cut}` : cut;
  };
  return `${label}：受理时${shown(was)}，现在${shown(now)}`;
}
