import type { State } from '../records/lifecycle/states.ts';

/** A label of a change: the state machine that people see in a list of changes. */
export interface LabelDef {
  /** Six hexadecimal digits, as forges take them. */
  readonly color: string;
  /** 状态: exactly one at a time. 提示: as many as hold. */
  readonly group: '状态' | '提示';
  /** Why it is there. */
  readonly cause: string;
  /** What takes it away. */
  readonly wayOut: string;
}

/** THE table of labels. Set and taken away by the gate and, once a request is closed, by the job after the merge; never by hand. */
export const LABELS = {
  待补正: {
    color: 'b60205',
    group: '状态',
    cause: '自动核对有「必改」的问题；或者并入以后，办公室记了「补正」。',
    wayOut: '申报单位照评论或补正通知逐条改好，在原来的文件上保存；改好了自动换掉。',
  },
  待受理: {
    color: '1d76db',
    group: '状态',
    cause: '没有「必改」的问题，轮到办公室看；或者已并入，程序没有自动受理。',
    wayOut:
      '办公室核对附件和意见后并入，即为受理；不收的，写明理由后关闭。没有自动受理的，由办公室记「受理」。',
  },
  办公室改动: {
    color: '5319e7',
    group: '状态',
    cause: '改的是办公室的文件或程序，没有申报。',
    wayOut: '由办公室另一人看过后并入。',
  },
  没有核对: {
    color: '000000',
    group: '状态',
    cause: '没有读到任何登记文件：放错了位置，或者没有改动。',
    wayOut: '把文件放到登记库里本单位的文件夹，再提交一次。',
  },
  已受理: {
    color: '0e8a16',
    group: '状态',
    cause: '已并入并给了登记号；备案和资料报送到此办完。',
    wayOut: '不用再办；以后的进展写进原来的文件，另外提交。',
  },
  待审核: {
    color: 'fbca04',
    group: '状态',
    cause: '已受理的申请表，等办公室审核。',
    wayOut: '办公室记「审核」：通过的换成「待论证」，不通过的换成「办结」。',
  },
  待论证: {
    color: 'd93f0b',
    group: '状态',
    cause: '审核已通过，等专家论证。',
    wayOut: '办公室记「专家论证」，有结论以后换成「办结」。',
  },
  暂缓: {
    color: 'cfd3d7',
    group: '状态',
    cause: '已受理的申报，办公室记了「暂缓」。',
    wayOut: '办公室记「恢复」，换回暂缓以前的标签。',
  },
  办结: {
    color: 'c2e0c6',
    group: '状态',
    cause:
      '审批已有结果，或已撤回、不予受理；改已有项目或办公室文件的，已经并入；没有并入就关闭的，不再办。以后的建设、验收看项目页。',
    wayOut: '不用再办；没有通过的，修改后重报，另外提交。',
  },
  请判断: {
    color: 'bfd4f2',
    group: '提示',
    cause: '有可能不妥、程序不能断定的地方。',
    wayOut: '情况属实的，申报单位说明，办公室认可后并入；不属实的改好，自动去掉。',
  },
  查重待答复: {
    color: 'f9d0c4',
    group: '提示',
    cause: '有相似的项目还没有写怎样处理。',
    wayOut: '在「查重说明」里逐个答复，或由办公室记「查重认定」，自动去掉。',
  },
  与在报项目相近: {
    color: 'e99695',
    group: '提示',
    cause: '另一件还没有并入的提交报的是相近的项目，或者改了同一份文件。',
    wayOut: '两家商量或由办公室定：合并、分开，或撤回一件；另一件办完后自动去掉。',
  },
  越权改动: {
    color: '5c0011',
    group: '提示',
    cause: '改了不归提交人管的文件，或者不知道是谁提交的。',
    wayOut: '撤回这些改动；账号还没有登记的，由办公室先写进单位名录。',
  },
} as const satisfies Readonly<Record<string, LabelDef>>;

export type LabelName = keyof typeof LABELS;
export const LABEL_NAMES = Object.keys(LABELS) as readonly LabelName[];

/** States of a project in which its change still waits for the office. */
const AFTER_MERGE: Partial<Record<State, LabelName>> = {
  待受理: '待受理',
  待补正: '待补正',
  已备案: '已受理',
  已收资料: '已受理',
  待审核: '待审核',
  待论证: '待论证',
  暂缓: '暂缓',
};

/** The label of a merged change, by the state of the project that it filed. */
export function labelAfterMerge(state: State): LabelName {
  return AFTER_MERGE[state] ?? '办结';
}
