import { type Fen, formatWan, parseWan, sumFen } from '../../form/money.ts';
import type { Account } from '../account.ts';
import type { GivenReceipt } from './read-receipt.ts';
import { isNoReceipt, type Receipt, receiptDigest, receiptOf, SEALED_KEYS, sumsOf } from './receipt.ts';

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
export type CommitKnown = '在历史里' | '不在历史里' | '没有版本库' | '没有写';

const COMMIT_UNSURE: Partial<Record<CommitKnown, string>> = {
  没有版本库: '登记库不在版本库里，没有核对提交。',
  没有写: '回执上没有写提交，没有核对提交。',
};

/** The registry as it is today. */
export interface Known {
  readonly accounts: readonly Account[];
  readonly commit: CommitKnown;
  readonly day: string;
}

/** Whether a receipt still holds, by the registry as it is today. */
export function verifyReceipt(given: GivenReceipt, { accounts, commit, day }: Known): Verdict {
  const isIts = ({ id, life }: Account): boolean =>
    alike(id, given.编号) && alike(life.number ?? '', given.登记号);
  const account = accounts.find(isIts);
  const again = account && receiptOf(account, given.提交 ?? '', day, given.第几次批准);
  const held = again && !isNoReceipt(again) ? asHeld(given, again) : given;
  if (receiptDigest(held) !== given.摘要)
    return { standing: '不符', says: ['回执上的内容与摘要对不上，回执被改动过，或抄写有误。'] };
  if (!account || !again)
    return {
      standing: '不符',
      says: [
        `登记库里没有登记号「${given.登记号}」、编号「${given.编号}」的项目；不是这个登记库出的回执，或者这里的登记库不是最新的，更新以后再核对。`,
      ],
    };
  if (commit === '不在历史里')
    return {
      standing: '不符',
      says: [
        `回执上的提交 ${(given.提交 ?? '').slice(0, 12)} 不在登记库的历史里；这里的登记库不是最新的，先更新再核对，更新以后还没有的，不是这个登记库出的回执。`,
      ],
    };
  if (isNoReceipt(again)) return { standing: '作废', says: [again.why] };
  if (again.摘要 !== given.摘要) return differing(held, again);
  const verdict = judge(account, again, commit);
  if (verdict.standing !== '有效' || wasOnce(given, account)) return verdict;
  return { standing: '不符', says: [NEVER_SO], now: again };
}

const NEVER_SO =
  '立项金额、累计下达、余额与登记库先后的记录都对不上：回执被改动过、抄写有误，或者后来更正过；由办公室另出一份。';

/** Whether the sums that move with each payment, which the digest does not cover, were ever so in the records. */
function wasOnce(given: GivenReceipt, { life: { money, approvals } }: Account): boolean {
  const approved = approvals[given.第几次批准 - 1]?.amount ?? 0;
  const ends = [-1, ...[...money.projects, ...money.payments].map(({ index }) => index)];
  return ends.some((end) => {
    const until = <T extends { readonly index: number }>(all: readonly T[]): readonly T[] =>
      all.filter(({ index }) => index <= end);
    const paid = sumFen(until(money.payments).map(({ amount }) => amount));
    const sums = sumsOf(approved, until(money.projects).at(-1), paid);
    return MOVING.every((key) => given[key] === undefined || alike(String(given[key]), String(sums[key])));
  });
}

const MOVING = ['立项文号', '立项金额', '累计下达', '余额'] as const;

/** What the digest covers, as the registry writes it where only the signs were typed otherwise: 〔2026〕 and [2026]. */
function asHeld(given: GivenReceipt, again: Receipt): GivenReceipt {
  const same = SEALED_KEYS.filter((key) => alike(String(given[key]), String(again[key])));
  return { ...given, ...Object.fromEntries(same.map((key) => [key, again[key]])) };
}

function alike(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[([{〔【「]/g, '[')
    .replace(/[)\]}〕】」]/g, ']')
    .replace(/[‐‑‒–—―]/g, '-')
    .toLowerCase();
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
  const unsure = COMMIT_UNSURE[commit];
  return {
    standing: '有效',
    says: [`批准有效，余额 ${formatWan(parseWan(String(now.余额)) ?? 0)}。`, ...(unsure ? [unsure] : [])],
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
function differing(given: GivenReceipt, now: Receipt): Verdict {
  const keys = SEALED_KEYS.filter((key) => given[key] !== now[key]);
  if (keys.every((key) => key === '批准总投资') && now.批准总投资 > given.批准总投资) {
    const says = [
      `总投资已由 ${given.批准总投资} 万元增加到 ${now.批准总投资} 万元，超过批准的金额，须重新审核、论证。`,
    ];
    return { standing: '作废', says, now };
  }
  return {
    standing: '不符',
    says: [
      ...keys.map((key) => `${key}：回执写「${given[key]}」，登记库是「${now[key]}」。`),
      '回执写错、被改动过，或者出回执以后办公室更正过；由办公室另出一份。',
    ],
    now,
  };
}
