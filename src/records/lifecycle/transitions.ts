import type { Kind } from '../event-names.ts';
import type { Act } from './acts.ts';
import type { State } from './states.ts';

/** What has happened so far, apart from the state: the memory of the transition table. */
export const FACT_NAMES = {
  received: '受理',
  reviewed: '审核通过',
  argued: '专家论证通过',
  projected: '立项',
  begun: '开工',
  built: '完工',
  accepted: '专家验收通过',
  waived: '免予验收',
  platform: '总平台对接',
  data: '数据归集',
} as const satisfies Record<string, string>;
export type Fact = keyof typeof FACT_NAMES;

/**
 * A step's own state, apart from 补正 and 暂缓: those interrupt a step and leave it where it was, so that 已补齐 and
 * 恢复 always lead back.
 */
export type Step = Exclude<State, '待补正' | '暂缓'>;

/**
 * Where an act leads: a step, or
 * - `same`: the step stays;
 * - `asked`, `amended`: a 补正 is asked for, and answered;
 * - `paused`, `resumed`: 暂缓 and 恢复;
 * - `reopened`: an approved project goes to 审核 again, and the approval is kept in mind;
 * - `standing`: the change is refused or withdrawn, and the approval kept in mind stands;
 * - `reused`: back to the step before 停用 or 并入.
 */
export type Target =
  | Step
  | 'same'
  | 'asked'
  | 'amended'
  | 'paused'
  | 'resumed'
  | 'reopened'
  | 'standing'
  | 'reused';

/** One row: in these procedures and steps, these acts lead there. The first row that fits decides. */
export interface Row {
  readonly kinds: readonly Kind[];
  readonly from: readonly Step[];
  readonly acts: readonly Act[];
  readonly to: Target;
  /** The row fits only when all of these have happened … */
  readonly when?: readonly Fact[];
  /** … and none of these. */
  readonly unless?: readonly Fact[];
  /** Reading `refused-change`. The row fits only while an approved project is reviewed again (true), or only otherwise (false). */
  readonly again?: boolean;
  /** Only while a 补正 is open. */
  readonly asked?: true;
  /** The row fits while the project is paused: always, or only then. Without it a paused project takes no such act. */
  readonly paused?: 'too' | 'only';
  readonly sets?: readonly Fact[];
  readonly clears?: readonly Fact[];
}

const FILED = ['备案', '资料报送'] as const satisfies readonly Kind[];
const APPROVAL = ['审批财政', '审批非财政'] as const satisfies readonly Kind[];
const ALL = [...FILED, ...APPROVAL] as const;
const RESTING = ['已备案', '已收资料', '运行'] as const satisfies readonly Step[];
/** Before the approval of 第六条第2、4项. */
const UNAPPROVED = ['待受理', '待审核', '待论证', '未通过'] as const satisfies readonly Step[];
const REVIEWABLE = ['待审核', '未通过'] as const satisfies readonly Step[];
const ENDED = ['停用', '并入'] as const satisfies readonly Step[];
/** Reading `refused-and-withdrawn`: closed without having been registered; 重报 opens it again. */
const REFUSED = ['不予受理', '不属于登记范围', '已撤回'] as const satisfies readonly Step[];
/** From the approval on. */
const APPROVED = [
  ...(['准予实施', '已立项', '建设中', '已完工', '待验收', '待整改', '已验收', '运行'] as const),
] as const satisfies readonly Step[];
const FINISHED = ['已完工', '待验收', '待整改', '已验收', '运行'] as const satisfies readonly Step[];
/** Received and going on. */
const LIVE = [
  ...(['已备案', '已收资料', '待审核', '待论证', '未通过', '已撤销批准'] as const),
  ...APPROVED,
] as const satisfies readonly Step[];
const EVER = ['待受理', ...REFUSED, ...LIVE, ...ENDED] as const satisfies readonly Step[];
const APPROVALS = ['reviewed', 'argued'] as const satisfies readonly Fact[];
const NO_LINK = ['建设中', '已完工', '待验收', '待整改', '已验收'] as const satisfies readonly Step[];

/**
 * The procedure as a table. What must have happened before an act stands in `REQUIRED`; this table says in which
 * steps an act has a place and where it leads. Readings: the order 审核, 论证 is that of 第六条第2项 (`review-then-experts`); 第九条 follows
 * both; acceptance is 第八条第6项, for a 6.2 project without public money by default, unless the office waives it;
 * 第四条 lets projects without approval ask for a 论证 and 第八条第7项 for an acceptance, which bind nobody.
 */
export const TRANSITIONS: readonly Row[] = [
  { kinds: ['备案'], from: ['待受理'], acts: ['受理'], to: '已备案', sets: ['received'] },
  { kinds: ['资料报送'], from: ['待受理'], acts: ['受理'], to: '已收资料', sets: ['received'] },
  { kinds: APPROVAL, from: ['待受理'], acts: ['受理'], to: '待审核', sets: ['received'] },

  { kinds: ALL, from: ['待受理'], acts: ['不予受理'], to: '不予受理' },
  {
    kinds: ALL,
    from: ['待受理', '已备案', '已收资料', '待审核', '待论证', '未通过'],
    acts: ['不属于登记范围'],
    again: false,
    to: '不属于登记范围',
  },
  { kinds: APPROVAL, from: ['待审核', '待论证'], acts: ['撤回'], again: true, to: 'standing', paused: 'too' },
  {
    kinds: ALL,
    from: ['待受理', '已备案', '已收资料', '待审核', '待论证', '未通过', '准予实施', '已立项'],
    acts: ['撤回'],
    to: '已撤回',
    paused: 'too',
    clears: ['received', ...APPROVALS],
  },
  { kinds: ALL, from: REFUSED, acts: ['重报'], to: '待受理', clears: ['received', ...APPROVALS] },
  { kinds: APPROVAL, from: ['未通过', '已撤销批准'], acts: ['重报'], to: '待审核' },

  { kinds: ALL, from: ['待受理', ...LIVE], acts: ['要求补正'], to: 'asked' },
  { kinds: ALL, from: ['待受理', ...LIVE], acts: ['已补齐'], asked: true, to: 'amended', paused: 'too' },

  { kinds: APPROVAL, from: REVIEWABLE, acts: ['审核通过'], to: '待论证', sets: ['reviewed'] },
  { kinds: APPROVAL, from: ['待审核'], acts: ['审核不通过'], again: true, to: 'standing' },
  { kinds: APPROVAL, from: REVIEWABLE, acts: ['审核不通过'], to: '未通过', clears: ['reviewed'] },
  { kinds: APPROVAL, from: REVIEWABLE, acts: ['审核退回'], to: 'asked', clears: ['reviewed'] },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证通过'], when: ['begun'], to: '建设中', sets: ['argued'] },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证通过'], to: '准予实施', sets: ['argued'] },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证不通过'], again: true, to: 'standing' },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证不通过'], to: '未通过', clears: ['reviewed'] },
  { kinds: FILED, from: RESTING, acts: ['论证通过', '论证不通过'], to: 'same' },

  { kinds: ['审批财政'], from: ['准予实施'], acts: ['立项'], to: '已立项', sets: ['projected'] },
  // 立项 learnt of late, and the 立项 that follows a larger sum, have a place to the end.
  {
    kinds: ['审批财政'],
    from: ['已立项', '建设中', ...FINISHED],
    acts: ['立项'],
    to: 'same',
    sets: ['projected'],
  },
  { kinds: ['审批财政'], from: APPROVED, acts: ['资金下达'], to: 'same' },

  { kinds: APPROVAL, from: ['准予实施', '已立项'], acts: ['开工'], to: '建设中', sets: ['begun'] },
  { kinds: APPROVAL, from: UNAPPROVED, acts: ['开工'], unless: ['begun'], to: 'same', sets: ['begun'] },
  {
    kinds: ['资料报送'],
    from: ['已收资料'],
    acts: ['开工'],
    unless: ['begun', 'built'],
    to: 'same',
    sets: ['begun'],
  },

  { kinds: APPROVAL, from: ['建设中'], acts: ['完工'], when: ['waived'], to: '运行', sets: ['built'] },
  { kinds: APPROVAL, from: ['建设中'], acts: ['完工'], to: '已完工', sets: ['built'] },
  {
    kinds: FILED,
    from: ['已备案', '已收资料'],
    acts: ['完工'],
    when: ['platform', 'data'],
    to: '运行',
    sets: ['built'],
  },
  { kinds: FILED, from: ['已备案', '已收资料'], acts: ['完工'], to: 'same', sets: ['built'] },

  { kinds: APPROVAL, from: ['已完工', '待整改'], acts: ['报验收'], to: '待验收' },
  // 整改 and a second 完工 both say that the work is done and may be looked at again.
  { kinds: APPROVAL, from: ['待整改'], acts: ['整改', '完工'], to: '待验收', sets: ['built'] },
  { kinds: APPROVAL, from: ['已完工', '待验收'], acts: ['验收通过'], to: '已验收', sets: ['accepted'] },
  { kinds: APPROVAL, from: ['已完工', '待验收'], acts: ['验收不通过'], to: '待整改' },
  { kinds: FILED, from: RESTING, acts: ['报验收', '整改', '验收通过', '验收不通过'], to: 'same' },

  {
    kinds: ['审批非财政'],
    from: ['已完工', '待验收', '待整改'],
    acts: ['免予验收'],
    to: '运行',
    sets: ['waived'],
  },
  { kinds: ['审批非财政'], from: ['准予实施', '建设中'], acts: ['免予验收'], to: 'same', sets: ['waived'] },
  {
    kinds: APPROVAL,
    from: ['准予实施', '已立项', '建设中', '已完工', '待验收', '待整改'],
    acts: ['重新审核'],
    to: 'reopened',
    clears: [...APPROVALS, 'built'],
  },
  { kinds: APPROVAL, from: APPROVED, acts: ['撤销批准'], to: '已撤销批准', clears: APPROVALS },

  {
    kinds: FILED,
    from: ['已备案', '已收资料'],
    acts: ['总平台对接'],
    when: ['built', 'data'],
    to: '运行',
    sets: ['platform'],
  },
  {
    kinds: FILED,
    from: ['已备案', '已收资料'],
    acts: ['数据归集'],
    when: ['built', 'platform'],
    to: '运行',
    sets: ['data'],
  },
  { kinds: APPROVAL, from: ['已验收'], acts: ['总平台对接'], when: ['data'], to: '运行', sets: ['platform'] },
  { kinds: APPROVAL, from: ['已验收'], acts: ['数据归集'], when: ['platform'], to: '运行', sets: ['data'] },
  { kinds: ALL, from: [...RESTING, ...NO_LINK], acts: ['总平台对接'], to: 'same', sets: ['platform'] },
  { kinds: ALL, from: [...RESTING, ...NO_LINK], acts: ['数据归集'], to: 'same', sets: ['data'] },

  // A verdict on likeness, a hand-over and a correction are no steps of a project: they have a place at any time.
  { kinds: ALL, from: EVER, acts: ['查重认定', '移交', '更正'], to: 'same', paused: 'too' },

  { kinds: ALL, from: ['已验收'], acts: ['年度评价'], to: '运行' },
  { kinds: ALL, from: [...LIVE, ...ENDED], acts: ['年度评价', '年度确认'], to: 'same', paused: 'too' },
  { kinds: ALL, from: LIVE, acts: ['变更'], to: 'same', paused: 'too' },
  { kinds: ALL, from: LIVE, acts: ['暂缓'], to: 'paused' },
  { kinds: ALL, from: LIVE, acts: ['恢复'], to: 'resumed', paused: 'only' },
  // Before 受理 there is nothing to stop: the application is withdrawn.
  { kinds: ALL, from: ['待受理'], acts: ['停用'], to: '已撤回' },
  { kinds: ALL, from: LIVE, acts: ['停用'], to: '停用', paused: 'too' },
  { kinds: ALL, from: LIVE, acts: ['并入'], to: '并入', paused: 'too' },
  { kinds: ALL, from: ENDED, acts: ['恢复使用'], to: 'reused' },
];

/** The step of a procedure that stands for a step of another, when the route changes by the office's record. */
const SAME_STEP: Readonly<Record<Kind, Readonly<Partial<Record<Step, Step>>>>> = {
  备案: filedInstead('已备案'),
  资料报送: filedInstead('已收资料'),
  审批非财政: { 已备案: '待审核', 已收资料: '待审核', 已立项: '准予实施' },
  审批财政: { 已备案: '待审核', 已收资料: '待审核' },
};

function filedInstead(received: Step): Readonly<Partial<Record<Step, Step>>> {
  const steps = ['已备案', '已收资料', ...LIVE.filter((step) => step !== '运行')] as const;
  return Object.fromEntries(steps.map((step) => [step, received]));
}

/** Where a project stands after its route has changed; what has happened stays. */
export function stepIn(kind: Kind, step: Step): Step {
  return SAME_STEP[kind][step] ?? step;
}
