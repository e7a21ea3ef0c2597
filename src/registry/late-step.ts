import type { Day } from '../form/dates.ts';
import type { Lifecycle, Owed } from '../records/lifecycle/derive.ts';
import type { Office } from './office.ts';
import type { Settings } from './settings.ts';
import { workingDays } from './working-days.ts';

/** The 事项 that 受理时限 speaks of, as `owed` names it. */
export const RECEIPT = '受理';

/** Limits that the office may set itself, by the step as `owed` names it. The regulation has none. */
const LIMITS = {
  [RECEIPT]: 'receiptDays',
  补正: 'correctionDays',
  审核: 'reviewDays',
  组织专家论证: 'argueDays',
  组织专家验收: 'acceptanceDays',
} as const satisfies Readonly<Record<string, keyof Settings>>;

/** A step that is owed longer than the office has set. */
export interface Late {
  /** Working days beyond the limit. */
  readonly over: number;
  /** The limit, in working days. */
  readonly limit: number;
  /** 「已超过 3 个工作日（…）」. */
  readonly words: string;
}

type Limits = Pick<Office, 'settings' | 'holidays'>;

/** The office's own limit for a step, in working days; undefined where it has set none. */
export function limitOf(what: string, { settings }: Pick<Office, 'settings'>): number | undefined {
  return Object.hasOwn(LIMITS, what) ? settings[LIMITS[what as keyof typeof LIMITS]] : undefined;
}

/** By how much a step is late; undefined while it is not, or the office has set no limit for it. */
export function lateStep(
  { what, since }: Pick<Owed, 'what' | 'since'>,
  today: Day,
  office: Limits,
): Late | undefined {
  const limit = limitOf(what, office);
  if (limit === undefined || since === undefined) return undefined;
  const { count, untabled } = workingDays(since, today, office.holidays);
  if (count <= limit) return undefined;
  const over = count - limit;
  const note = untabled.length > 0 ? `；${untabled.join('、')} 年没有节假日表，按周一至周五算` : '';
  return { over, limit, words: `已超过 ${over} 个工作日（办公室约定 ${limit} 个工作日内${what}${note}）` };
}

/** By how much 受理 is late. */
export function lateReceipt({ owed }: Pick<Lifecycle, 'owed'>, today: Day, office: Limits): Late | undefined {
  const receipt = owed.find(({ what }) => what === RECEIPT);
  return receipt && lateStep(receipt, today, office);
}
