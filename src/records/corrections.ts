import { readValue } from '../form/read-value.ts';
import type { RecordKey } from './event-fields.ts';
import { type EventField, eventFields } from './events.ts';
import type { RecordEvent } from './log.ts';

/** A 更正 as it bears on one earlier event. */
export interface Correction {
  /** The place of the 更正 in the file, from 0. */
  readonly by: number;
  /** The label of what was corrected; 「整件」 when the whole event counts no more. */
  readonly column: string;
  readonly was: string | undefined;
  readonly becomes: string;
  readonly reason: string;
}

/** An event as it counts after all corrections, with what it said before. */
export interface Corrected {
  readonly event: RecordEvent;
  /** True when a 更正 says that the event should not have been written. */
  readonly voided: boolean;
  readonly corrections: readonly Correction[];
  /** Why this event, a 更正 itself, corrects nothing. */
  readonly fault?: string;
}

/** The word for a whole event in 栏目, and for its removal in 改为. */
export const WHOLE_EVENT = '整件';
export const VOID = '作废';
const FIXED: readonly RecordKey[] = ['event', 'received'];

interface Draft {
  event: RecordEvent;
  voided: boolean;
  corrections: readonly Correction[];
  fault?: string;
}

/**
 * Applies every 更正 to the event it names. A 更正 only reaches back, so the last one is settled first: what it says
 * of an earlier 更正 holds before that one is applied. Events stay in the order of the file.
 */
export function applyCorrections(events: readonly RecordEvent[]): readonly Corrected[] {
  const drafts = events.map((event): Draft => ({ event, voided: false, corrections: [] }));
  const byIndex = new Map(drafts.toReversed().map((draft) => [draft.event.index, draft]));
  for (const draft of drafts.toReversed()) {
    if (draft.event.event !== '更正' || draft.voided) continue;
    const fault = apply(draft.event, byIndex);
    if (fault !== undefined) draft.fault = fault;
  }
  return drafts;
}

/** The events that count, as corrected, in the order of the file. */
export function countedEvents(events: readonly RecordEvent[]): readonly RecordEvent[] {
  return applyCorrections(events)
    .filter(({ voided }) => !voided)
    .map(({ event }) => event);
}

/** Applies one 更正; the answer says why it cannot be. */
function apply(correction: RecordEvent, drafts: ReadonlyMap<number, Draft>): string | undefined {
  const { index: by, eventNumber = 0, column = '', was, becomes = '', reason = '' } = correction;
  const target = drafts.get(eventNumber - 1);
  if (!target || eventNumber - 1 >= by) return `第几件：前面没有第 ${eventNumber} 件`;
  const mark: Correction = { by, column, was, becomes, reason };
  if (column === WHOLE_EVENT) {
    if (becomes !== VOID) return `改为：整件更正只能写「${VOID}」`;
    target.voided = true;
    target.corrections = [mark, ...target.corrections];
    return undefined;
  }
  const field = fieldOf(target.event, column);
  if (!field) return `栏目：${target.event.event}没有可以更正的「${column}」`;
  const { key, type, need } = field;
  const old = target.event[key];
  const claimed = was === undefined ? undefined : readValue(type, was).value;
  if (JSON.stringify(old) !== JSON.stringify(claimed)) {
    const shown = old === undefined ? '空着' : `写的是「${type.format(old)}」`;
    return `原：第 ${eventNumber} 件的${column}${shown}，与这里写的不同`;
  }
  const { [key]: _old, ...rest } = target.event;
  const { value } = becomes === VOID && need === '选填' ? { value: undefined } : readValue(type, becomes);
  if (value === undefined && becomes !== VOID) return `改为：「${becomes}」不合${column}的写法`;
  if (value === undefined && need === '必填') return `改为：${column}必须写，不能${VOID}`;
  target.event = (value === undefined ? rest : { ...rest, [key]: value }) as RecordEvent;
  target.corrections = [mark, ...target.corrections];
  return undefined;
}

function fieldOf({ event }: RecordEvent, column: string): EventField | undefined {
  return eventFields(event).find(({ label, key }) => label === column && !FIXED.includes(key));
}
