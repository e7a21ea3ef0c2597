import type { Fen } from '../../form/money.ts';
import type { Finding } from '../../text/finding.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { largest } from './verify.ts';

/** Why public money stands without approval, the most urgent first. Each is for the office to look into. */
export const UNAPPROVED_KINDS = [
  '没有批准，已经付款或立项',
  '没有批准，已经开工',
  '超过批准的金额',
  '备案的项目，开工在办法施行以后、没有批准记录',
  '正在申请，还没有批准',
] as const;
export type UnapprovedKind = (typeof UNAPPROVED_KINDS)[number];

/** A project with public money that no approval covers. */
export interface Unapproved {
  readonly account: Account;
  readonly kind: UnapprovedKind;
  /** Public money of the 总投资 as far as known, in 分. */
  readonly amount: Fen | undefined;
  /** Recorded payments, those too that were refused because no approval stood. */
  readonly paid: Fen;
}

/** Public money without approval, by kind. `findings` tell which filings the check asks about. */
export function unapprovedMoney(
  accounts: readonly Account[],
  findings: readonly Finding[],
): readonly Unapproved[] {
  const asked = new Set(
    findings.filter(({ rule }) => rule === 'art6-filed-without-approval').map(({ file }) => file),
  );
  const rows = accounts.flatMap((account): Unapproved[] => {
    const kind = account.fiscal ? kindOf(account, asked) : undefined;
    if (kind === undefined) return [];
    return [{ account, kind, amount: account.publicBudget ?? account.budget, paid: paidAtAll(account) }];
  });
  return rows.sort((a, b) => UNAPPROVED_KINDS.indexOf(a.kind) - UNAPPROVED_KINDS.indexOf(b.kind));
}

function kindOf(account: Account, asked: ReadonlySet<string>): UnapprovedKind | undefined {
  const { life, entry, phase } = account;
  if (!account.counted && phase !== '待受理') return undefined;
  if (!life.route?.approval)
    return asked.has(entry.file) ? '备案的项目，开工在办法施行以后、没有批准记录' : undefined;
  const approved = life.approvals.at(-1);
  if (approved && life.state !== '已撤销批准') {
    return approved.amount !== undefined && largest(account) > approved.amount ? '超过批准的金额' : undefined;
  }
  if (paidAtAll(account) > 0 || moneySteps(account).length > 0) return '没有批准，已经付款或立项';
  const progress = entry.filing.progress?.some(({ percent = 0, spent = 0 }) => percent > 0 || spent > 0);
  return life.facts.has('begun') || progress ? '没有批准，已经开工' : '正在申请，还没有批准';
}

/** 立项 and payments that were recorded while no approval stood. */
function moneySteps({ life }: Account) {
  return life.timeline.filter(
    ({ event, voided }) => !voided && (event.event === '立项' || event.event === '资金下达'),
  );
}

function paidAtAll(account: Account): Fen {
  const payments = moneySteps(account).filter(({ event }) => event.event === '资金下达');
  return payments.reduce((sum, { event }) => sum + (event.amount ?? 0), 0);
}

/** Approved projects with public money, in the order of their numbers: what Finance looks up. */
export function approvedMoney(accounts: readonly Account[]): readonly Account[] {
  return accounts
    .filter(({ fiscal, life }) => fiscal && life.approvals.length > 0 && stepsThatHold(life).length > 0)
    .sort((a, b) => ((a.life.number ?? '') < (b.life.number ?? '') ? -1 : 1));
}
