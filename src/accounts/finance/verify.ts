import { type Fen, formatWan, parseWan } from '../../form/money.ts';
import type { Account } from '../account.ts';
import { isNoReceipt, type Receipt, receiptDigest, receiptOf, SEALED_KEYS } from './receipt.ts';

/** What became of a receipt. Only 有效 may be paid on. */
export type Standing = '有效' | '暂停' | '作废' | '不符';

export interface Verdict {
  readonly standing: Standing;
  /** Why, as sentences; for a valid one what is to be known. */
  readonly says: readonly string[];
  /** The receipt as it would be written today; undefined where there is none. */
  readonly now?: Receipt;
}

/** What has to be known of the commit that a receipt names. */
export type CommitKnown = '在历史里' | '不在历史里' | '没有版本库';

/** Whether a receipt still holds, by the registry as it is today. */
export function verifyReceipt(
  given: Receipt,
  account: Account | undefined,
  commit: CommitKnown,
  day: string,
): Verdict {
  if (receiptDigest(given) !== given.摘要)
    return { standing: '不符', says: ['回执上的内容与摘要对不上，回执被改动过，或抄写有误。'] };
  if (!account)
    return {
      standing: '不符',
      says: [`登记库里没有登记号「${given.登记号}」、编号「${given.编号}」的项目。`],
    };
  if (commit === '不在历史里')
    return { standing: '不符', says: [`回执上的提交 ${given.提交.slice(0, 12)} 不在登记库的历史里。`] };
  const again = receiptOf(account, given.提交, day, given.第几次批准);
  if (isNoReceipt(again)) return { standing: '作废', says: [again.why] };
  if (again.摘要 !== given.摘要) return differing(given, again);
  return judge(account, again, commit);
}

function judge(account: Account, now: Receipt, commit: CommitKnown): Verdict {
  const { life } = account;
  const nth = now.第几次批准;
  const void_ = (...says: readonly string[]): Verdict => ({ standing: '作废', says, now });
  if (life.approvals.length > nth) return void_(`已有第 ${life.approvals.length} 次批准，以新的回执为准。`);
  if (life.state === '已撤销批准' || life.state === '已撤回') return void_(`${life.label}，批准不再有效。`);
  const ceiling = life.approvals[nth - 1]?.amount ?? 0;
  const most = largest(account);
  if (most > ceiling)
    return void_(`总投资或付款已到 ${formatWan(most)}，超过批准的 ${formatWan(ceiling)}，须重新审核、论证。`);
  if (!life.facts.has('argued'))
    return { standing: '暂停', says: ['变更正在重新审核，有了结论以前不付款。'], now };
  const unsure = commit === '没有版本库' ? ['登记库不在版本库里，没有核对提交。'] : [];
  return {
    standing: '有效',
    says: [`批准有效，余额 ${formatWan(parseWan(String(now.余额)) ?? 0)}。`, ...unsure],
    now,
  };
}

/** The largest sum that anybody names for the project now: what is filed, received, approved as 立项, or paid. */
export function largest({ life, entry }: Account): Fen {
  const { money, received } = life;
  const named = [entry.filing.budget, received?.budget, money.projects.at(-1)?.amount, money.paid];
  return Math.max(0, ...named.filter((amount) => amount !== undefined));
}

/** Older records do not say what was received; the sum is then that of the filing, and may have grown since. */
function differing(given: Receipt, now: Receipt): Verdict {
  const keys = SEALED_KEYS.filter((key) => given[key] !== now[key]);
  if (keys.every((key) => key === '批准总投资') && now.批准总投资 > given.批准总投资) {
    const says = [
      `总投资已由 ${given.批准总投资} 万元增加到 ${now.批准总投资} 万元，超过批准的金额，须重新审核、论证。`,
    ];
    return { standing: '作废', says, now };
  }
  return {
    standing: '不符',
    says: keys.map((key) => `${key}：回执写「${given[key]}」，登记库是「${now[key]}」。`),
  };
}
