import { formatWan } from '../../form/money.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { countOf, type FigureDef, isIn, type YearOf } from './types.ts';

const GROUP = '审批和开工';

/** 第六条第2、4项, 第九条: what was approved, and what ran before its approval. */
export const APPROVING: readonly FigureDef[] = [
  {
    key: 'approved',
    label: '本年批准',
    group: GROUP,
    kind: '个',
    clause: 'art6-2',
    how: '首次通过审核和专家论证的日期在这一年的项目。',
    count: (year) =>
      countOf(
        year.accounts
          .filter(({ life }) => isIn(year, life.approvals[0]?.date))
          .map(({ id, life }) => ({ id, note: approvalNote(life.approvals[0]) })),
      ),
  },
  {
    key: 'refused',
    label: '本年审核或论证没有通过',
    group: GROUP,
    kind: '个',
    clause: 'art6-2',
    how: '本年有「审核：不通过」或「专家论证：不通过」的项目。',
    count: (year) =>
      countOf(
        year.accounts.flatMap(({ id, life }) => {
          const step = stepsThatHold(life).find(
            ({ act, event }) => (act === '审核不通过' || act === '论证不通过') && isIn(year, event.date),
          );
          return step ? [{ id, note: `${step.event.date} ${step.label}` }] : [];
        }),
      ),
  },
  {
    key: 'unapproved',
    label: '未批先建（待核实）',
    group: GROUP,
    kind: '个',
    clause: 'art6-2',
    how: '本年开工、核对时提示可能未批先建的项目。是不是未批先建由办公室核实，这里不作认定。',
    count: (year) =>
      countOf(
        year.accounts
          .filter(({ id }) => year.suspects.has(id))
          .map((account) => ({ id: account.id, note: startOf(account) ?? '' }))
          .filter(({ note }) => isIn(year, note)),
      ),
  },
  {
    key: 'paidUnapproved',
    label: '批准以前立项或付款',
    group: GROUP,
    kind: '个',
    clause: 'art9',
    how: '本年记了立项或资金下达，而那时还没有通过审核和论证的项目。这样的记录没有计入资金。',
    count: (year) => countOf(paidTooEarly(year)),
  },
];

function approvalNote(approval: Account['life']['approvals'][number] | undefined): string {
  if (!approval) return '';
  const { date, amount } = approval;
  return amount === undefined ? date : `${date}，${formatWan(amount)}`;
}

/** The first day of the work that anybody names. */
export function startOf({ life, entry }: Account): string | undefined {
  const { progress = [], period } = entry.filing;
  const begun = life.facts.get('begun') || undefined;
  const filed = life.route?.approval ? progress[0]?.date : period?.from;
  const days = [begun, filed].filter((day) => day !== undefined);
  return days.sort()[0];
}

function paidTooEarly(year: YearOf): readonly { readonly id: string; readonly note: string }[] {
  return year.accounts.flatMap(({ id, life }) => {
    const early = life.timeline.filter(
      ({ event, refusal, voided }) =>
        (event.event === '立项' || event.event === '资金下达') &&
        !voided &&
        refusal?.reason === 'too-early' &&
        isIn(year, event.date),
    );
    const [first] = early;
    return first ? [{ id, note: `${first.event.date} ${first.label}` }] : [];
  });
}
