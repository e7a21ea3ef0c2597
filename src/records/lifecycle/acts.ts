import type { EventValues } from '../event-fields.ts';
import type { EventName } from '../event-names.ts';

/** What an event does to a project: its 事项 together with its 结论. The columns of the transition table. */
export const ACTS = [
  '受理',
  '不予受理',
  '不属于登记范围',
  '要求补正',
  '已补齐',
  '重报',
  '撤回',
  '查重认定',
  '审核通过',
  '审核不通过',
  '审核退回',
  '论证通过',
  '论证不通过',
  '立项',
  '资金下达',
  '开工',
  '变更',
  '重新审核',
  '免予验收',
  '完工',
  '报验收',
  '验收通过',
  '验收不通过',
  '整改',
  '总平台对接',
  '数据归集',
  '年度评价',
  '年度确认',
  '暂缓',
  '恢复',
  '停用',
  '恢复使用',
  '并入',
  '移交',
  '撤销批准',
  '更正',
] as const;
export type Act = (typeof ACTS)[number];

const BY_VERDICT: Readonly<Partial<Record<EventName, Readonly<Record<string, Act>>>>> = {
  补正: { 要求补正: '要求补正', 已补齐: '已补齐' },
  审核: { 通过: '审核通过', 不通过: '审核不通过', 退回补正: '审核退回' },
  专家论证: { 通过: '论证通过', 不通过: '论证不通过' },
  专家验收: { 通过: '验收通过', 不通过: '验收不通过' },
  暂缓: { 暂缓: '暂缓', 恢复: '恢复' },
};

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
  const words = BY_VERDICT[event] ?? {};
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
