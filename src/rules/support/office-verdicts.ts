import type { Entry } from '../../form/entry.ts';
import { countedEvents } from '../../records/corrections.ts';
import type { RecordEvent } from '../../records/log.ts';
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
