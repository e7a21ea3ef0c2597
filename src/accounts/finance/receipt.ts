import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatDay } from '../../form/dates.ts';
import { type Fen, formatWan, wanPlain } from '../../form/money.ts';
import type { Sum } from '../../records/lifecycle/money.ts';
import { clauseTitle } from '../../regulation/index.ts';
import { type Account, stepsThatHold } from '../account.ts';

/**
 * What Finance holds in hand for one approved version of a project. The keys are those of the file that is handed
 * over; sums are in 万元. 摘要 covers what was approved, not what has been paid since.
 */
export interface Receipt {
  readonly 登记号: string;
  readonly 编号: string;
  readonly 项目名称: string;
  readonly 单位: string;
  readonly 依据: string;
  /** 1 for the first approval, 2 for the first change that was approved again. */
  readonly 第几次批准: number;
  readonly 批准日期: string;
  readonly 意见书编号: string;
  readonly 批准总投资: number;
  readonly 提交: string;
  readonly 截至: string;
  readonly 立项文号?: string;
  readonly 立项金额?: number;
  readonly 累计下达: number;
  /** What the 立项 in force leaves to be paid; without 立项 what the approval leaves. */
  readonly 余额: number;
  readonly 条件: readonly string[];
  readonly 摘要: string;
}

/** What the digest covers, in this order. */
export const SEALED_KEYS = ['登记号', '编号', '第几次批准', '批准日期', '意见书编号', '批准总投资'] as const;

const UTF8 = new TextEncoder();
const wan = (amount: Fen): number => Number(wanPlain(amount));

/** The digest of what was approved. */
export function receiptDigest(receipt: Readonly<Record<(typeof SEALED_KEYS)[number], unknown>>): string {
  const text = JSON.stringify(SEALED_KEYS.map((key) => receipt[key]));
  return bytesToHex(sha256(UTF8.encode(text))).slice(0, 32);
}

/** Why there is no receipt, as a sentence. */
export interface NoReceipt {
  readonly why: string;
}

/** The receipt for an approval of a project, the last one unless another is asked for. `commit` is where its records stand. */
export function receiptOf(
  account: Account,
  commit: string,
  day: string,
  which?: number,
): Receipt | NoReceipt {
  const { life, id, name, unitName, fiscal } = account;
  if (life.number === undefined) return { why: '还没有受理，没有登记号。' };
  if (!fiscal) return { why: '不使用财政资金，没有财政回执。' };
  if (!life.route?.approval)
    return {
      why: `按${life.route ? clauseTitle(life.route.clauseId) : '备案'}办理，不经审核论证，没有批准可以出回执。`,
    };
  const nth = which ?? life.approvals.length;
  const approval = life.approvals[nth - 1];
  if (!approval)
    return {
      why:
        life.approvals.length === 0 ? '还没有通过审核和专家论证。' : `只有 ${life.approvals.length} 次批准。`,
    };
  if (approval.amount === undefined) return { why: '批准的总投资没有写，先由办公室补记。' };
  const said = stepsThatHold(life).find(
    ({ act, event }) => act === '论证通过' && event.date === approval.date,
  )?.event;
  const { money } = life;
  const project = money.projects.at(-1);
  const sealed = {
    登记号: life.number,
    编号: id,
    第几次批准: nth,
    批准日期: approval.date,
    意见书编号: said?.opinionNumber ?? '',
    批准总投资: wan(approval.amount),
  };
  return {
    ...sealed,
    项目名称: name,
    单位: unitName,
    依据: clauseTitle(life.route.clauseId),
    提交: commit,
    截至: day,
    ...sumsOf(approval.amount, project, money.paid),
    条件: conditions(approval.amount, project !== undefined, said?.note),
    摘要: receiptDigest(sealed),
  };
}

/** The part of a receipt that moves with each 立项 and payment. */
export function sumsOf(
  approved: Fen,
  project: Sum | undefined,
  paid: Fen,
): Pick<Receipt, '立项文号' | '立项金额' | '累计下达' | '余额'> {
  return {
    ...(project?.document === undefined ? {} : { 立项文号: project.document }),
    ...(project === undefined ? {} : { 立项金额: wan(project.amount) }),
    累计下达: wan(paid),
    余额: wan((project?.amount ?? approved) - paid),
  };
}

/** True for the answer that there is no receipt. */
export function isNoReceipt(answer: Receipt | NoReceipt): answer is NoReceipt {
  return 'why' in answer;
}

function conditions(amount: Fen, projected: boolean, note: string | undefined): readonly string[] {
  return [
    ...(projected ? [] : ['先按程序立项，再申请财政资金（第九条）。']),
    `总投资超过 ${formatWan(amount)} 的，本回执作废，重新审核、论证以后另出。`,
    '撤销批准、撤回申报的，本回执作废。',
    ...(note === undefined ? [] : [`论证说明：${note}`]),
  ];
}

/** The receipt line by line, in words. */
export function receiptLines(receipt: Receipt): readonly (readonly [label: string, words: string])[] {
  const { 批准总投资, 立项金额, 累计下达, 余额, 批准日期, 截至, ...rest } = receipt;
  const sum = (amount: number): string => formatWan(Math.round(amount * 1_000_000));
  return [
    ['登记号', rest.登记号],
    ['项目名称', rest.项目名称],
    ['单位', rest.单位],
    ['编号', rest.编号],
    [
      '批准',
      `第 ${rest.第几次批准} 次，${formatDay(批准日期)}，${rest.依据}，意见书 ${rest.意见书编号 || '没有写编号'}`,
    ],
    ['批准总投资', sum(批准总投资)],
    ['立项', 立项金额 === undefined ? '还没有立项' : `${rest.立项文号 ?? '没有写文号'}，${sum(立项金额)}`],
    ['累计下达', `${sum(累计下达)}（截至${formatDay(截至)}）`],
    ['余额', sum(余额)],
    ['提交', rest.提交],
    ['摘要', rest.摘要],
  ];
}

/** The receipt in words, for a terminal. */
export function receiptText(receipt: Receipt): string {
  return [
    '财政回执',
    ...receiptLines(receipt).map(([label, value]) => `  ${label}：${value}`),
    '  条件：',
    ...receipt.条件.map((one) => `  - ${one}`),
  ].join('\n');
}
