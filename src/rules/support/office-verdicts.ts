import type { Entry } from '../../form/entry.ts';
import type { RecordEvent } from '../../records/log.ts';
import type { Facts } from './define-rule.ts';

/** What the office has decided on an entry and another (查重认定), in the records of either; the latest counts. */
export function officeVerdict(
  { id }: Pick<Entry, 'id'>,
  other: string,
  { records, today }: Pick<Facts, 'records' | 'today'>,
): RecordEvent | undefined {
  const said = [...verdictsOn(other, records.get(id)?.events), ...verdictsOn(id, records.get(other)?.events)];
  return said
    .filter(({ date }) => date <= today)
    .reduce<RecordEvent | undefined>(
      (latest, one) => (latest && latest.date > one.date ? latest : one),
      undefined,
    );
}

function verdictsOn(target: string, events: readonly RecordEvent[] = []): readonly RecordEvent[] {
  return events.filter((event) => event.event === '查重认定' && event.target === target);
}
