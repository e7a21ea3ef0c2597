/** The sum of the sources against the whole, always in view beside them. */
import type { Judged } from '../../../declare/judge.ts';
import { formatWan } from '../../../form/money.ts';
import { byId, say } from '../elements.ts';

export function showSum({ sum, route, byMoney }: Judged): void {
  const place = byId('money-sum', HTMLElement);
  const parts = [
    ...(sum ? [`资金来源合计 ${formatWan(sum.sources)}`, compared(sum)] : []),
    ...(byMoney && route ? [`按这里的金额，要填「${route.form}」，与开头的回答不同，以金额为准`] : []),
  ];
  say(place, parts.filter((part) => part !== '').join('；'));
  place.classList.toggle('sum-off', sum !== undefined && !sum.agrees);
}

function compared({ sources, budget, agrees }: NonNullable<Judged['sum']>): string {
  if (budget === undefined) return '资金预算还没有填好';
  if (agrees) return '与资金预算一致';
  const over = sources > budget;
  return `${over ? '比资金预算多' : '比资金预算少'} ${formatWan(Math.abs(sources - budget))}`;
}
