import type { Filing } from '../../form/fields.ts';
import type { Lifecycle } from './derive.ts';

/** 目前阶段: how far a registered project has come by now. What its filing said on its day is 填报时阶段. */
export const PHASES = ['未开工', '正在建设', '已建成', '已停用'] as const;
export type Phase = (typeof PHASES)[number];

/** Why a filing is not counted among the registered projects. */
export const UNCOUNTED = ['待受理', '不予受理或已撤回'] as const;
export type Uncounted = (typeof UNCOUNTED)[number];

/**
 * Where a project is now, from what the office has received and recorded; for a filing that is not registered why it is
 * not counted.
 */
export function phaseOf(
  { state, facts, received }: Pick<Lifecycle, 'state' | 'facts' | 'received'>,
  { stage }: Pick<Filing, 'stage'>,
): Phase | Uncounted {
  if (state === '不予受理' || state === '不属于登记范围' || state === '已撤回') return '不予受理或已撤回';
  if (!facts.has('received')) return '待受理';
  if (state === '停用' || state === '并入') return '已停用';
  if (facts.has('built')) return '已建成';
  return facts.has('begun') || (received?.stage ?? stage) === '正在建设' ? '正在建设' : '未开工';
}

/** True for a registered project: only these count in public totals. */
export function isCounted(phase: Phase | Uncounted | undefined): phase is Phase {
  return PHASES.some((one) => one === phase);
}
