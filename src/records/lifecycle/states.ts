import type { Party } from '../events.ts';

/** Whose turn it is; 无 when nothing waits for anybody. */
export type Turn = Party | '无';

interface StateDef {
  /** What people read: a verb phrase that says whose turn it is. */
  readonly label: string;
  readonly turn: Turn;
  /** Nothing follows any more but the evaluation of a past year. */
  readonly final?: true;
}

/** Every state a project can be in. Derived from the records, never typed by anybody. */
export const STATES = {
  待受理: { label: '待办公室受理', turn: '办公室' },
  待补正: { label: '待申报单位补正', turn: '申报单位' },
  已备案: { label: '已备案', turn: '无' },
  已收资料: { label: '已收资料', turn: '无' },
  待审核: { label: '待办公室审核', turn: '办公室' },
  待论证: { label: '待专家委员会论证', turn: '专家委员会' },
  准予实施: { label: '准予实施，待申报单位开工', turn: '申报单位' },
  未通过: { label: '未通过，待申报单位修改后重报', turn: '申报单位' },
  已立项: { label: '已立项，待申报单位开工', turn: '申报单位' },
  建设中: { label: '建设中，待申报单位建成后报验收', turn: '申报单位' },
  待验收: { label: '待办公室组织专家验收', turn: '办公室' },
  已验收: { label: '已验收', turn: '无' },
  运行: { label: '已投入运行', turn: '无' },
  暂缓: { label: '暂缓办理', turn: '无' },
  停用: { label: '已停用', turn: '无', final: true },
  并入: { label: '已并入其他项目', turn: '无', final: true },
} as const satisfies Record<string, StateDef>;

export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as readonly State[];

/** True when a project in this state goes no further. */
export function isFinal(state: State): boolean {
  const definition: StateDef = STATES[state];
  return definition.final === true;
}
