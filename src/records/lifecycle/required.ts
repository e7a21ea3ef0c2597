import type { ClauseId } from '../../regulation/index.ts';
import type { Kind } from '../event-names.ts';
import type { Act } from './acts.ts';
import { type Fact, TRANSITIONS } from './transitions.ts';

/** What has to have happened before an act, and the clause that says so. */
export interface Requirement {
  readonly facts: readonly Fact[];
  readonly clause: ClauseId;
}

/** For every project: nothing but a 补正, a refusal, or a start that ought not to have been made, comes before 受理. */
const AFTER_RECEIPT = { facts: ['received'], clause: 'art6' } as const satisfies Requirement;
const AT_ANY_TIME = { facts: [], clause: 'art6' } as const satisfies Requirement;
const REVIEW = { facts: ['received'], clause: 'art6-2' } as const satisfies Requirement;

const FILED: Readonly<Record<Act, Requirement>> = {
  受理: AT_ANY_TIME,
  不予受理: AT_ANY_TIME,
  不属于登记范围: { facts: [], clause: 'art3' },
  要求补正: AT_ANY_TIME,
  已补齐: AT_ANY_TIME,
  重报: AT_ANY_TIME,
  撤回: AT_ANY_TIME,
  查重认定: { facts: [], clause: 'art1' },
  审核通过: REVIEW,
  审核不通过: REVIEW,
  审核退回: REVIEW,
  论证通过: { facts: ['received'], clause: 'art4' },
  论证不通过: { facts: ['received'], clause: 'art4' },
  立项: { facts: ['received'], clause: 'art9' },
  资金下达: { facts: ['received'], clause: 'art9' },
  开工: { facts: ['received'], clause: 'art6-4' },
  变更: AFTER_RECEIPT,
  重新审核: REVIEW,
  免予验收: { facts: ['received'], clause: 'art8-6' },
  完工: { facts: ['received'], clause: 'art8-7' },
  报验收: { facts: ['received', 'built'], clause: 'art8-7' },
  验收通过: { facts: ['received', 'built'], clause: 'art8-7' },
  验收不通过: { facts: ['received', 'built'], clause: 'art8-7' },
  整改: { facts: ['received', 'built'], clause: 'art8-7' },
  总平台对接: { facts: ['received'], clause: 'art7-1' },
  数据归集: { facts: ['received'], clause: 'art7-2' },
  年度评价: { facts: ['received'], clause: 'art10' },
  年度确认: { facts: ['received'], clause: 'art10' },
  暂缓: AFTER_RECEIPT,
  恢复: AFTER_RECEIPT,
  停用: AT_ANY_TIME,
  恢复使用: AFTER_RECEIPT,
  并入: AFTER_RECEIPT,
  移交: AT_ANY_TIME,
  撤销批准: { facts: ['received'], clause: 'art6-2' },
  更正: AT_ANY_TIME,
};

const APPROVED = ['received', 'reviewed', 'argued'] as const satisfies readonly Fact[];

const APPROVAL: Readonly<Record<Act, Requirement>> = {
  ...FILED,
  论证通过: { facts: ['received', 'reviewed'], clause: 'art6-2' },
  论证不通过: { facts: ['received', 'reviewed'], clause: 'art6-2' },
  立项: { facts: APPROVED, clause: 'art9' },
  资金下达: { facts: [...APPROVED, 'projected'], clause: 'art9' },
  开工: AT_ANY_TIME,
  重新审核: { facts: APPROVED, clause: 'art6-2' },
  免予验收: { facts: APPROVED, clause: 'art8-6' },
  完工: { facts: [...APPROVED, 'begun'], clause: 'art8' },
  验收通过: { facts: [...APPROVED, 'begun', 'built'], clause: 'art8-6' },
  验收不通过: { facts: [...APPROVED, 'begun', 'built'], clause: 'art8-6' },
  报验收: { facts: [...APPROVED, 'begun', 'built'], clause: 'art8-6' },
  整改: { facts: [...APPROVED, 'begun', 'built'], clause: 'art8-6' },
  撤销批准: { facts: APPROVED, clause: 'art6-2' },
};

const BY_KIND: Readonly<Record<Kind, Readonly<Record<Act, Requirement>>>> = {
  备案: FILED,
  资料报送: FILED,
  审批财政: APPROVAL,
  审批非财政: APPROVAL,
};

/** What must come before an act in a procedure. */
export function requirement(kind: Kind, act: Act): Requirement {
  return BY_KIND[kind][act];
}

/** True when the procedure has a place for the act at all. */
export function isOnRoute(kind: Kind, act: Act): boolean {
  return TRANSITIONS.some(({ kinds, acts }) => kinds.includes(kind) && acts.includes(act));
}
