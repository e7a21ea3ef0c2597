import type { Entry } from '../../form/entry.ts';
import type { Act, TimelineStep } from '../../records/lifecycle/derive.ts';
import { LOG_LABEL, type RecordEvent } from '../../records/log.ts';
import type { Facts, Fault } from './define-rule.ts';

/** The steps of a project's records, as long as all of them could be read and the filing says on which route it is. */
export function stepsOf(entry: Entry, facts: Facts): readonly TimelineStep[] {
  const judged = entry.route !== undefined && facts.records.get(entry.id)?.sound === true;
  return judged ? facts.lifeOf(entry).timeline : [];
}

/** One fault for every step of these acts that comes too early or too late. */
export function* outOfOrder(entry: Entry, facts: Facts, acts: readonly Act[]): Iterable<Fault> {
  for (const { act, event, refusal } of stepsOf(entry, facts)) {
    if (!refusal || refusal.reason === 'off-route' || refusal.reason === 'correction' || !acts.includes(act))
      continue;
    yield {
      path: eventPath(event),
      message: `${event.event}：${refusal.message}`,
      fix: refusal.fix,
    };
  }
}

/** The way to an event's 事项 in the records. */
export function eventPath({ index }: RecordEvent): readonly (string | number)[] {
  return [LOG_LABEL, index, '事项'];
}
