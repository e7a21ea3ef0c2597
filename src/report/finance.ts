import type { Account } from '../accounts/account.ts';
import {
  approvedMoney,
  UNAPPROVED_KINDS,
  type Unapproved,
  unapprovedMoney,
} from '../accounts/finance/unapproved.ts';
import { type Fen, formatWan, wanPlain } from '../form/money.ts';
import type { Finding } from '../text/finding.ts';

const wan = (amount: Fen | undefined): number | null =>
  amount === undefined ? null : Number(wanPlain(amount));

/** Public money as JSON; sums in 万元. */
export function financeJson(accounts: readonly Account[], findings: readonly Finding[]): string {
  const unapproved = unapprovedMoney(accounts, findings).map(({ account, kind, amount, paid }) => {
    const { id, name, unitName, life } = account;
    return { id, name, unit: unitName, number: life.number, kind, amount: wan(amount), paid: wan(paid) };
  });
  const approved = approvedMoney(accounts).map(({ id, name, unitName, life }) => {
    const { approvals, money, number } = life;
    const [first, last] = [approvals[0], approvals.at(-1)];
    return {
      id,
      name,
      unit: unitName,
      number,
      approvedOn: last?.date,
      ceiling: wan(last?.amount),
      first: wan(first?.amount),
      project: wan(money.projects.at(-1)?.amount),
      paid: wan(money.paid),
      balance: wan(money.balance),
    };
  });
  return JSON.stringify({ unapproved, approved }, null, 2);
}

/** Public money in words: what no approval covers first. */
export function financeText(accounts: readonly Account[], findings: readonly Finding[]): string {
  const rows = unapprovedMoney(accounts, findings);
  const groups = UNAPPROVED_KINDS.flatMap((kind) => {
    const mine = rows.filter((one) => one.kind === kind);
    return mine.length === 0
      ? []
      : [[`${kind}（${mine.length} 个）`, ...mine.map(unapprovedLine)].join('\n')];
  });
  const approved = approvedMoney(accounts);
  return [
    ...(groups.length === 0 ? ['没有缺少批准的财政资金。'] : ['下面各项由办公室核实，不作认定。', ...groups]),
    [`已批准的财政项目（${approved.length} 个）`, ...approved.map(approvedLine)].join('\n'),
  ].join('\n\n');
}

function unapprovedLine({ account, amount, paid }: Unapproved): string {
  const { id, name, unitName } = account;
  const sum = amount === undefined ? '金额没有写' : `财政资金 ${formatWan(amount)}`;
  return `  ${name}（${id}）　${unitName}　${sum}${paid > 0 ? `，已下达 ${formatWan(paid)}` : ''}`;
}

function approvedLine({ id, name, unitName, life: { number = '', approvals, money } }: Account): string {
  const { amount, date } = approvals.at(-1) ?? {};
  const ceiling = amount === undefined ? '没有写' : formatWan(amount);
  const left = money.balance === undefined ? '还没有立项' : `余 ${formatWan(money.balance)}`;
  return `  ${number}　${name}（${id}）　${unitName}　批准 ${ceiling}（${date}），下达 ${formatWan(money.paid)}，${left}`;
}
