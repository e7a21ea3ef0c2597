import type { Party } from '../event-names.ts';

/** Whose turn it is; 无 when nothing waits for anybody. */
export type Turn = Party | '无';

interface StateDef {
  /** What people read: a verb phrase that says whose turn it is. */
  readonly label: string;
  readonly turn: Turn;
  /** The project is closed: nothing follows by itself; 重报 or 恢复使用 opens it again. */
  readonly final?: true;
}

/** Every state a project can be in. Derived from the records, never typed by anybody. */
export const STATES = {
  待受理: { label: '待办公室受理', turn: '办公室' },
  待补正: { label: '待申报单位补正', turn: '申报单位' },
  不予受理: { label: '不予受理，改好以后可以重报', turn: '无', final: true },
  不属于登记范围: { label: '不属于登记范围，不用登记', turn: '无', final: true },
  已撤回: { label: '申报单位已撤回', turn: '无', final: true },
  已备案: { label: '已备案', turn: '无' },
  已收资料: { label: '已收资料', turn: '无' },
  待审核: { label: '待办公室审核', turn: '办公室' },
  待论证: { label: '待办公室组织专家论证', turn: '办公室' },
  准予实施: { label: '准予实施，待申报单位开工', turn: '申报单位' },
  未通过: { label: '未通过，待申报单位修改后重报', turn: '申报单位' },
  已立项: { label: '已立项，待申报单位开工', turn: '申报单位' },
  建设中: { label: '建设中，待申报单位建成', turn: '申报单位' },
  已完工: { label: '已完工，待申报单位报验收', turn: '申报单位' },
  待验收: { label: '待办公室组织专家验收', turn: '办公室' },
  待整改: { label: '验收没有通过，待申报单位整改', turn: '申报单位' },
  已验收: { label: '已验收', turn: '无' },
  运行: { label: '已投入运行', turn: '无' },
  已撤销批准: { label: '批准已撤销，待申报单位重报', turn: '申报单位' },
  暂缓: { label: '暂缓办理，待办公室恢复', turn: '办公室' },
  停用: { label: '已停用', turn: '无', final: true },
  并入: { label: '已并入其他项目', turn: '无', final: true },
} as const satisfies Record<string, StateDef>;

export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as readonly State[];

/** True when a project in this state is closed. */
export function isFinal(state: State): boolean {
  const definition: StateDef = STATES[state];
  return definition.final === true;
}
