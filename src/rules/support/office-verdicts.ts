import type { Entry } from '../../form/entry.ts';
import { countedEvents } from '../../records/corrections.ts';
import type { RecordEvent } from '../../records/log.ts';
import { compareText } from '../../text/finding.ts';
import type { Facts } from './define-rule.ts';

/** What the office has decided on an entry and another (查重认定), in the records of either; the latest counts. */
export function officeVerdict(
  { id }: Pick<Entry, 'id'>,
  other: string,
  facts: Pick<Facts, 'records' | 'today' | 'formerIds' | 'settled'>,
): RecordEvent | undefined {
  const { today, formerIds } = facts;
  const { records } = facts.settled ?? facts;
  const names = (wanted: string) => (target: string) => (formerIds.get(target) ?? target) === wanted;
  const said = [
    ...verdictsOn(names(other), records.get(id)?.events),
    ...verdictsOn(names(id), records.get(other)?.events),
  ];
  return said
    .filter(({ date }) => date <= today)
    .reduce<RecordEvent | undefined>(
      (latest, one) => (latest && latest.date > one.date ? latest : one),
      undefined,
    );
}

function verdictsOn(
  isMeant: (target: string) => boolean,
  events: readonly RecordEvent[] = [],
): readonly RecordEvent[] {
  return countedEvents(events).filter(
    ({ event, target }) => event === '查重认定' && target !== undefined && isMeant(target),
  );
}

/** What the office decided before on one side of a pair and a third project: date, which, what and why. */
export interface Precedent {
  readonly date: string;
  readonly about: string;
  readonly verdict: string;
  readonly note: string;
}

/** What was decided on a like pair, and why, in a sentence: the next decision can follow it. */
export function precedentWords({ date, about, verdict, note }: Precedent): string {
  const reason = note === '' ? '' : `：${note}`;
  return `以前的认定：${date} 办公室认定它与「${about}」${verdict}${reason}`;
}

/** So many are told, the latest first. */
const MOST_PRECEDENTS = 3;

/**
 * Decisions on the other project and further ones (查重认定), which a decision on this pair can follow: those in its own
 * records, and in the records of `around`, the projects that are like the same filing.
 */
export function precedentsOf(
  { id }: Pick<Entry, 'id'>,
  other: string,
  around: readonly string[],
  { records, today, formerIds, settled }: Pick<Facts, 'records' | 'today' | 'formerIds' | 'settled'>,
): readonly Precedent[] {
  const idOf = (target: string): string => formerIds.get(target) ?? target;
  const told = [...new Set([other, ...around])].flatMap((from) =>
    verdictsOn(() => true, (settled ? settled.records : records).get(from)?.events).flatMap((event) => {
      const { date, target = '', verdict = '', note = '' } = event;
      const about = from === other ? idOf(target) : idOf(target) === other ? from : undefined;
      return about === undefined || about === id || date > today ? [] : [{ date, about, verdict, note }];
    }),
  );
  return told
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.about, b.about))
    .slice(0, MOST_PRECEDENTS);
}
