import type { EventValues } from '../event-fields.ts';
import { EVENT_NAMES, type EventName } from '../event-names.ts';

/** The acts of the events of which the 结论 decides, in the order of the dictionary. */
const BY_VERDICT = {
  补正: { 要求补正: '要求补正', 已补齐: '已补齐' },
  审核: { 通过: '审核通过', 不通过: '审核不通过', 退回补正: '审核退回' },
  专家论证: { 通过: '论证通过', 不通过: '论证不通过' },
  专家验收: { 通过: '验收通过', 不通过: '验收不通过' },
  暂缓: { 暂缓: '暂缓', 恢复: '恢复' },
} as const satisfies Partial<Record<EventName, Readonly<Record<string, string>>>>;
const OF_CHANGE = ['变更', '重新审核', '免予验收'] as const;

type Split = keyof typeof BY_VERDICT;
type OfVerdict = { [Name in Split]: (typeof BY_VERDICT)[Name][keyof (typeof BY_VERDICT)[Name]] }[Split];

/** What an event does to a project: its 事项 together with its 结论. The columns of the transition table. */
export type Act = Exclude<EventName, Split> | OfVerdict | (typeof OF_CHANGE)[number];

const verdictsOf = (event: EventName): Readonly<Record<string, Act>> =>
  Object.hasOwn(BY_VERDICT, event) ? BY_VERDICT[event as Split] : {};

function actsOf(event: EventName): readonly Act[] {
  if (event === '变更') return OF_CHANGE;
  const acts = Object.values(verdictsOf(event));
  return acts.length > 0 ? acts : [event as Act];
}

/** All of them, in the order in which the events usually happen. */
export const ACTS: readonly Act[] = [...new Set(EVENT_NAMES.flatMap(actsOf))];

/** What a verdict that nobody wrote counts as: the answer that opens no door. */
const WITHOUT_VERDICT: Readonly<Partial<Record<EventName, Act>>> = {
  补正: '要求补正',
  审核: '审核退回',
  专家论证: '论证不通过',
  专家验收: '验收不通过',
  暂缓: '暂缓',
};

/** The act that an event records. Total: an event without a known 结论 never counts as a pass. */
export function actOf({ event, verdict, review, waived }: EventValues & { readonly event: EventName }): Act {
  if (event === '变更') return review ? '重新审核' : waived ? '免予验收' : '变更';
  const words = verdictsOf(event);
  const known = verdict !== undefined && Object.hasOwn(words, verdict) ? words[verdict] : undefined;
  return known ?? WITHOUT_VERDICT[event] ?? (event as Act);
}

/** As people read it in a timeline: 「审核：通过」. */
export function actLabel({
  event,
  verdict,
  review,
  waived,
}: EventValues & { readonly event: EventName }): string {
  if (event === '变更' && review) return '变更：重新审核论证';
  if (event === '变更' && waived) return '变更：免予验收';
  return verdict === undefined || verdict === event ? event : `${event}：${verdict}`;
}
