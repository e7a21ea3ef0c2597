import { workingDays } from '../../registry/working-days.ts';
import { foldPlain } from '../../text/fold.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { median } from '../median.ts';
import { type Counted, countOf, type FigureDef, isIn, type YearOf } from './types.ts';

const GROUP = '登记和备案';

/** 第六条: what is registered, how much of what ought to be, and how long it took. */
export const REGISTERING: readonly FigureDef[] = [
  {
    key: 'registered',
    label: '已登记项目',
    group: GROUP,
    kind: '个',
    clause: 'art6',
    how: '到年底（今年到今天）已经受理、没有被不予受理或撤回的项目；停用和并入的也算，另列在使用情况里。',
    count: ({ accounts }) => countOf(accounts.filter(({ counted }) => counted)),
  },
  {
    key: 'received',
    label: '本年受理',
    group: GROUP,
    kind: '个',
    clause: 'art6',
    how: '受理日期在这一年的项目。',
    count: (year) => countOf(receipts(year).map(({ account, day }) => ({ id: account.id, note: day }))),
  },
  {
    key: 'coverage',
    label: '备案率',
    group: GROUP,
    kind: '率',
    clause: 'art6',
    how: '已登记项目占应备项目的比例。应备项目由办公室写在单位名录「应备项目」里，没有写的不算；列了名称的，照名称一一核对。',
    count: coverage,
  },
  {
    key: 'receiptDays',
    label: '从填报到受理（中位数）',
    group: GROUP,
    kind: '个工作日',
    clause: 'art6',
    how: '本年受理的各项目从填报日期到受理日期的工作日，取中间的一个。办法没有规定期限。',
    count: (year) => {
      const rows = receipts(year).flatMap(({ account, day }) => {
        const { filedOn } = account.entry.filing;
        if (filedOn === undefined) return [];
        return [{ id: account.id, days: workingDays(filedOn, day, year.holidays).count }];
      });
      return daysOf(rows, '本年没有受理项目');
    },
  },
  {
    key: 'correctionDays',
    label: '补正用时（中位数）',
    group: GROUP,
    kind: '个工作日',
    clause: 'art6',
    how: '本年补齐的各次补正，从要求补正（审核退回）到补齐的工作日，取中间的一个。',
    count: (year) => daysOf(corrections(year), '本年没有补齐的补正'),
  },
];

function daysOf(rows: readonly { readonly id: string; readonly days: number }[], none: string): Counted {
  const value = median(rows.map(({ days }) => days));
  const behind = rows.map(({ id, days }) => ({ id, note: `${days} 个工作日` }));
  return value === undefined ? { value, behind, none } : { value, behind };
}

function receipts(year: YearOf): readonly { readonly account: Account; readonly day: string }[] {
  return year.accounts.flatMap((account) => {
    const step = stepsThatHold(account.life).find(
      ({ act, event }) => act === '受理' && isIn(year, event.date),
    );
    return step ? [{ account, day: step.event.date }] : [];
  });
}

function corrections(year: YearOf): readonly { readonly id: string; readonly days: number }[] {
  return year.accounts.flatMap(({ id, life }) => {
    const rows: { id: string; days: number }[] = [];
    let asked: string | undefined;
    for (const { act, event } of stepsThatHold(life)) {
      if (act === '要求补正' || act === '审核退回') asked = event.date;
      if (act !== '已补齐' || asked === undefined) continue;
      if (isIn(year, event.date))
        rows.push({ id, days: workingDays(asked, event.date, year.holidays).count });
      asked = undefined;
    }
    return rows;
  });
}

function coverage({ accounts, declared }: YearOf): Counted {
  const registered = accounts.filter(({ counted }) => counted);
  if (!declared) return { value: undefined, behind: [], none: '办公室没有写应备项目' };
  if (declared.names.length === 0 && registered.length > declared.count) {
    const none = `已登记 ${registered.length} 个，比应备的 ${declared.count} 个还多，先核对应备项目`;
    return { ...countOf(registered), value: undefined, none };
  }
  if (declared.names.length === 0) return { ...countOf(registered), of: declared.count };
  const known = new Map(registered.map((account) => [foldPlain(account.name), account]));
  const found = declared.names.map((name) => ({ name, account: known.get(foldPlain(name)) }));
  const filed = found.flatMap(({ account }) => (account ? [account] : []));
  const missing = found.flatMap(({ name, account }) =>
    account ? [] : [{ id: '', note: `还没有登记：${name}` }],
  );
  return { ...countOf(filed), of: declared.count, rest: missing };
}
