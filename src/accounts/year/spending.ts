import { type Fen, formatWan, sumFen } from '../../form/money.ts';
import type { ApprovedSum } from '../../records/lifecycle/money.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { countOf, type FigureDef, isIn, sumOf, type YearOf } from './types.ts';

const GROUP = '资金';
const NO_APPROVAL = '没有已批准、写明金额的财政项目';

/** 第九条, 第十条: public money from the first approval on. */
export const SPENDING: readonly FigureDef[] = [
  {
    key: 'ceiling',
    label: '批准的总投资（首次）',
    group: GROUP,
    kind: '万元',
    clause: 'art10',
    how: '到年底已经批准的财政项目，首次论证通过的总投资合计。金额待核实的不算。',
    count: (year) =>
      sumOf(
        approved(year).map(({ account, first }) => ({
          id: account.id,
          amount: first,
          note: formatWan(first),
        })),
      ),
  },
  {
    key: 'paidInYear',
    label: '本年下达',
    group: GROUP,
    kind: '万元',
    clause: 'art9',
    how: '资金下达日期在这一年的金额合计；批准以前下达的没有计入。',
    count: (year) =>
      sumOf(
        year.accounts.flatMap(({ id, life }) =>
          life.money.payments
            .filter(({ date }) => isIn(year, date))
            .map(({ date, amount }) => ({ id, amount, note: `${date}，${formatWan(amount)}` })),
        ),
      ),
  },
  {
    key: 'execution',
    label: '预算执行率',
    group: GROUP,
    kind: '资金率',
    clause: 'art10',
    how: '已批准的财政项目，到年底累计下达占首次批准总投资的比例。与首次批准比，不与变更后的比。',
    count: (year) => {
      const rows = approved(year);
      const of = sumFen(rows.map(({ first }) => first));
      if (of === 0) return { value: undefined, behind: [], none: NO_APPROVAL };
      const behind = rows.map(({ account, first }) => ({
        id: account.id,
        note: `${formatWan(account.life.money.paid)} / ${formatWan(first)}`,
      }));
      return { value: sumFen(rows.map(({ account }) => account.life.money.paid)), of, behind };
    },
  },
  {
    key: 'actual',
    label: '实际投资与首次批准之比',
    group: GROUP,
    kind: '资金率',
    clause: 'art10',
    how: '本年通过验收、写明实际投资的财政项目，实际投资占首次批准总投资的比例。',
    count: (year) => {
      const rows = approved(year).flatMap((row) => {
        const { actual } = row.account.life.money;
        return actual === undefined || !isIn(year, acceptedOn(row.account)) ? [] : [{ ...row, actual }];
      });
      const of = sumFen(rows.map(({ first }) => first));
      if (of === 0) return { value: undefined, behind: [], none: '本年没有验收时写明实际投资的财政项目' };
      const behind = rows.map(({ account, first, actual }) => ({
        id: account.id,
        note: `${formatWan(actual)} / ${formatWan(first)}`,
      }));
      return { value: sumFen(rows.map(({ actual }) => actual)), of, behind };
    },
  },
  {
    key: 'grown',
    label: '超过首次批准的项目',
    group: GROUP,
    kind: '个',
    clause: 'art8-1',
    how: '到年底，最后一次批准、累计下达或实际投资多于首次批准总投资的财政项目。',
    count: (year) =>
      countOf(
        approved(year).flatMap(({ account, first }) => {
          const most = largest(account.life);
          return most > first
            ? [{ id: account.id, note: `${formatWan(most)}，首次批准 ${formatWan(first)}` }]
            : [];
        }),
      ),
  },
];

interface Approved {
  readonly account: Account;
  /** The 总投资 of the first approval, in 分. */
  readonly first: Fen;
}

/** Fiscal projects whose approval stood in the year, with the sum it was first given for. */
export function approved({ accounts }: YearOf): readonly Approved[] {
  return accounts.flatMap((account) => {
    const first = account.life.approvals[0]?.amount;
    const counts = account.fiscal && account.counted && !account.doubtful;
    return counts && first !== undefined ? [{ account, first }] : [];
  });
}

function largest({
  approvals,
  money,
}: {
  readonly approvals: readonly ApprovedSum[];
  readonly money: Account['life']['money'];
}): Fen {
  return Math.max(approvals.at(-1)?.amount ?? 0, money.paid, money.actual ?? 0);
}

/** The day of the acceptance that holds. */
export function acceptedOn({ life }: Account): string | undefined {
  return stepsThatHold(life).findLast(({ act }) => act === '验收通过')?.event.date;
}
