import type { Kind } from '../events.ts';
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

/** One row: in these procedures and states, this act leads there. The first row that fits decides. */
export interface Row {
  readonly kinds: readonly Kind[];
  readonly from: readonly State[];
  readonly acts: readonly Act[];
  /** `same`: the state stays. `amended`, `resumed`: back to where 补正 or 暂缓 had interrupted. */
  readonly to: State | 'same' | 'amended' | 'resumed';
  /** The row fits only when all of these have happened … */
  readonly when?: readonly Fact[];
  /** … and none of these. */
  readonly unless?: readonly Fact[];
  readonly sets?: readonly Fact[];
  readonly clears?: readonly Fact[];
}

const FILED = ['备案', '资料报送'] as const satisfies readonly Kind[];
const APPROVAL = ['审批财政', '审批非财政'] as const satisfies readonly Kind[];
const ALL = [...FILED, ...APPROVAL] as const;
const RESTING = ['已备案', '已收资料', '运行'] as const satisfies readonly State[];
/** Before the approval of 第六条第2、4项. */
const UNAPPROVED = ['待受理', '待补正', '待审核', '待论证', '未通过'] as const satisfies readonly State[];
const REVIEWABLE = ['待审核', '待补正', '未通过'] as const satisfies readonly State[];
const PAID = ['准予实施', '已立项', '建设中', '待验收', '已验收', '运行'] as const satisfies readonly State[];
/** Received and going on. */
const LIVE = [
  ...['待补正', '已备案', '已收资料', '待审核', '待论证', '准予实施', '未通过', '已立项', '建设中'],
  ...['待验收', '已验收', '运行'],
] as readonly State[];
const DONE = ['停用', '并入'] as const satisfies readonly State[];
const EVER = ['待受理', ...LIVE, '暂缓', ...DONE] as const satisfies readonly State[];

/**
 * The procedure as a table. What must have happened before an act stands in `REQUIRED`; this table says in which
 * states an act has a place and where it leads. Readings: the order 审核, 论证 is that of 第六条第2项; 第九条 follows
 * both; acceptance is 第八条第6项, for a 6.2 project without public money by default, unless the office waives it;
 * 第四条 lets projects without approval ask for a 论证 and 第八条第7项 for an acceptance, which bind nobody.
 */
export const TRANSITIONS: readonly Row[] = [
  {
    kinds: ['备案'],
    from: ['待受理', '待补正'],
    acts: ['受理'],
    unless: ['received'],
    to: '已备案',
    sets: ['received'],
  },
  {
    kinds: ['资料报送'],
    from: ['待受理', '待补正'],
    acts: ['受理'],
    unless: ['received'],
    to: '已收资料',
    sets: ['received'],
  },
  {
    kinds: APPROVAL,
    from: ['待受理', '待补正'],
    acts: ['受理'],
    unless: ['received'],
    to: '待审核',
    sets: ['received'],
  },

  { kinds: FILED, from: ['待受理', '待补正', '已备案', '已收资料'], acts: ['要求补正'], to: '待补正' },
  {
    kinds: APPROVAL,
    from: ['待受理', '待补正', '待审核', '待论证', '待验收'],
    acts: ['要求补正'],
    to: '待补正',
  },
  { kinds: ALL, from: ['待补正'], acts: ['已补齐'], to: 'amended' },

  {
    kinds: APPROVAL,
    from: REVIEWABLE,
    acts: ['审核通过'],
    unless: ['argued'],
    to: '待论证',
    sets: ['reviewed'],
  },
  {
    kinds: APPROVAL,
    from: REVIEWABLE,
    acts: ['审核不通过'],
    unless: ['argued'],
    to: '未通过',
    clears: ['reviewed'],
  },
  {
    kinds: APPROVAL,
    from: REVIEWABLE,
    acts: ['审核退回'],
    unless: ['argued'],
    to: '待补正',
    clears: ['reviewed'],
  },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证通过'], when: ['begun'], to: '建设中', sets: ['argued'] },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证通过'], to: '准予实施', sets: ['argued'] },
  { kinds: APPROVAL, from: ['待论证'], acts: ['论证不通过'], to: '未通过', clears: ['reviewed'] },
  { kinds: FILED, from: RESTING, acts: ['论证通过', '论证不通过'], to: 'same' },

  { kinds: ['审批财政'], from: ['准予实施'], acts: ['立项'], to: '已立项', sets: ['projected'] },
  {
    kinds: ['审批财政'],
    from: ['建设中'],
    acts: ['立项'],
    unless: ['projected'],
    to: 'same',
    sets: ['projected'],
  },
  { kinds: ['审批财政'], from: PAID, acts: ['资金下达'], to: 'same' },

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
  { kinds: APPROVAL, from: ['建设中'], acts: ['完工'], to: '待验收', sets: ['built'] },
  {
    kinds: FILED,
    from: ['已备案', '已收资料'],
    acts: ['完工'],
    when: ['platform', 'data'],
    to: '运行',
    sets: ['built'],
  },
  { kinds: FILED, from: ['已备案', '已收资料'], acts: ['完工'], to: 'same', sets: ['built'] },

  { kinds: APPROVAL, from: ['待验收'], acts: ['验收通过'], to: '已验收', sets: ['accepted'] },
  { kinds: APPROVAL, from: ['待验收'], acts: ['验收不通过'], to: '建设中', clears: ['built'] },
  { kinds: FILED, from: RESTING, acts: ['验收通过', '验收不通过'], to: 'same' },

  { kinds: ['审批非财政'], from: ['待验收'], acts: ['免予验收'], to: '运行', sets: ['waived'] },
  { kinds: ['审批非财政'], from: ['准予实施', '建设中'], acts: ['免予验收'], to: 'same', sets: ['waived'] },
  {
    kinds: APPROVAL,
    from: ['准予实施', '已立项', '建设中', '待验收'],
    acts: ['重新审核'],
    to: '待审核',
    clears: ['reviewed', 'argued', 'built'],
  },

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
  {
    kinds: ALL,
    from: [...RESTING, '建设中', '待验收', '已验收'],
    acts: ['总平台对接'],
    to: 'same',
    sets: ['platform'],
  },
  {
    kinds: ALL,
    from: [...RESTING, '建设中', '待验收', '已验收'],
    acts: ['数据归集'],
    to: 'same',
    sets: ['data'],
  },

  // A verdict on likeness is a remark on two projects, not a step of either: it has a place at any time.
  { kinds: ALL, from: EVER, acts: ['查重认定'], to: 'same' },

  { kinds: ALL, from: ['已验收'], acts: ['年度评价'], to: '运行' },
  { kinds: ALL, from: [...LIVE, '暂缓', ...DONE], acts: ['年度评价'], to: 'same' },
  { kinds: ALL, from: [...LIVE, '暂缓'], acts: ['变更'], to: 'same' },
  { kinds: ALL, from: LIVE, acts: ['暂缓'], to: '暂缓' },
  { kinds: ALL, from: ['暂缓'], acts: ['恢复'], to: 'resumed' },
  { kinds: ALL, from: [...LIVE, '暂缓'], acts: ['停用'], to: '停用' },
  { kinds: ALL, from: [...LIVE, '暂缓'], acts: ['并入'], to: '并入' },
];
