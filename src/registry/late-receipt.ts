import type { Day } from '../form/dates.ts';
import type { Lifecycle } from '../records/lifecycle/derive.ts';
import type { Office } from './office.ts';
import { workingDays } from './working-days.ts';

/** The 事项 that 受理时限 speaks of, as `owed` names it. */
export const RECEIPT = '受理';

/** A receipt that the office owes longer than it has set itself. */
export interface Late {
  /** Working days beyond the limit. */
  readonly over: number;
  /** The limit, in working days. */
  readonly limit: number;
  /** 「已超过 3 个工作日（…）」. */
  readonly words: string;
}

/** By how much 受理 is late; undefined while it is not, or the office has set no 受理时限. */
export function lateReceipt(
  { owed }: Pick<Lifecycle, 'owed'>,
  today: Day,
  { settings, holidays }: Pick<Office, 'settings' | 'holidays'>,
): Late | undefined {
  const limit = settings.receiptDays;
  const since = owed.find(({ what }) => what === RECEIPT)?.since;
  if (limit === undefined || since === undefined) return undefined;
  const { count, untabled } = workingDays(since, today, holidays);
  if (count <= limit) return undefined;
  const over = count - limit;
  const note = untabled.length > 0 ? `；${untabled.join('、')} 年没有节假日表，按周一至周五算` : '';
  return { over, limit, words: `已超过 ${over} 个工作日（办公室约定 ${limit} 个工作日内受理${note}）` };
}
