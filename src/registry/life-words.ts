import { formatDay } from '../form/dates.ts';
import { type Fen, formatWan } from '../form/money.ts';
import type { Lifecycle } from '../records/lifecycle/derive.ts';
import type { Sum } from '../records/lifecycle/money.ts';

/** What the records say of money, in lines; none while they say nothing. Finance reads them by 登记号. */
export function moneyLines({ approvals, money }: Lifecycle): readonly string[] {
  const [first] = approvals;
  const last = approvals.at(-1);
  const project = money.projects.at(-1);
  const changed = first !== undefined && last !== undefined && first !== last;
  return [
    ...(first ? [`论证通过的总投资：${sum(first.amount)}（${formatDay(first.date)}）`] : []),
    ...(changed ? [`变更后论证通过的总投资：${sum(last.amount)}（${formatDay(last.date)}）`] : []),
    ...(project ? [`立项：${sumWords(project)}`] : []),
    ...money.payments.map((payment) => `资金下达：${sumWords(payment)}`),
    ...(money.payments.length > 0
      ? [`累计下达：${formatWan(money.paid)}${balanceWords(money.balance)}`]
      : []),
    ...(money.actual === undefined
      ? []
      : [`实际投资：${formatWan(money.actual)}${deviation(money.actual, first?.amount, last?.amount)}`]),
  ];
}

function sum(amount: Fen | undefined): string {
  return amount === undefined ? '没有写' : formatWan(amount);
}

function sumWords({ amount, date, document }: Sum): string {
  return `${formatWan(amount)}（${[document, formatDay(date)].filter((part) => part !== undefined).join('，')}）`;
}

function balanceWords(balance: Fen | undefined): string {
  if (balance === undefined) return '';
  return balance < 0 ? `，比立项多 ${formatWan(-balance)}` : `，立项余 ${formatWan(balance)}`;
}

/** From the first approval, and beside it from the last: a project that was enlarged twice has grown twice. */
function deviation(actual: Fen, first: Fen | undefined, last: Fen | undefined): string {
  const said = [share('最初批准', actual, first), first === last ? '' : share('最后批准', actual, last)];
  const words = said.filter((part) => part !== '');
  return words.length === 0 ? '' : `，${words.join('，')}`;
}

function share(label: string, actual: Fen, approved: Fen | undefined): string {
  if (approved === undefined || approved <= 0) return '';
  const percent = ((actual - approved) / approved) * 100;
  return `比${label}${percent < 0 ? '少' : '多'} ${Math.abs(percent).toFixed(1)}%`;
}

/** Said where the state follows from the filing as it is now, because the records do not say what was received. */
export function standInWords({ facts, received }: Lifecycle): string | undefined {
  if (!facts.has('received') || received) return undefined;
  return '办理记录里没有受理内容，路径和金额按现在的申报推算。';
}
