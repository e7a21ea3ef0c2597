import type { Day } from '../form/dates.ts';
import type { State } from '../records/lifecycle/states.ts';
import { STATE_NAMES, STATES } from '../records/lifecycle/states.ts';
import { type HolidayTable, workingDays } from '../registry/working-days.ts';
import { type Account, stepsThatHold } from './account.ts';
import { median } from './median.ts';

/** How long projects stayed in a state before they left it. */
export interface StateTime {
  readonly state: State;
  /** So many stays are over. */
  readonly count: number;
  /** The middle one, in working days. */
  readonly median: number;
  /** The longest, in working days. */
  readonly longest: number;
}

/**
 * Time in each state in which somebody is waited for, of stays that are over; in the order of the procedure. States
 * that nobody has left are left out.
 */
export function stateTimes(accounts: readonly Account[], holidays: HolidayTable): readonly StateTime[] {
  const stays = Map.groupBy(accounts.flatMap(staysOf), ({ state }) => state);
  return STATE_NAMES.flatMap((state) => {
    const days = (stays.get(state) ?? []).map(({ from, to }) => workingDays(from, to, holidays).count);
    const middle = median(days);
    if (STATES[state].turn === '无' || middle === undefined) return [];
    return [{ state, count: days.length, median: middle, longest: Math.max(...days) }];
  });
}

function staysOf({
  life,
  entry,
}: Account): readonly { readonly state: State; readonly from: Day; readonly to: Day }[] {
  const stays: { state: State; from: Day; to: Day }[] = [];
  let state: State = '待受理';
  let from = entry.filing.filedOn;
  for (const { event, state: next } of stepsThatHold(life)) {
    if (next === state) continue;
    if (from !== undefined && from <= event.date) stays.push({ state, from, to: event.date });
    state = next;
    from = event.date;
  }
  return stays;
}
