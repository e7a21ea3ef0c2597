import { choice } from '../form/kinds.ts';
import { eventDef, eventKeys, RECORD_FIELDS, type RecordKey, recordField } from './events.ts';
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
  const key = keyOf(target.event, column);
  if (key === undefined) return `栏目：${target.event.event}没有可以更正的「${column}」`;
  const old = target.event[key];
  const claimed = was === undefined ? undefined : readValue(target.event, key, was);
  if (JSON.stringify(old) !== JSON.stringify(claimed)) {
    const shown = old === undefined ? '空着' : `写的是「${shownAs(key, old)}」`;
    return `原：第 ${eventNumber} 件的${column}${shown}，与这里写的不同`;
  }
  const { [key]: _old, ...rest } = target.event;
  if (becomes === VOID && isOptional(target.event, key)) target.event = rest as RecordEvent;
  else {
    const value = readValue(target.event, key, becomes);
    if (value === undefined) return `改为：「${becomes}」不合${column}的写法`;
    target.event = { ...target.event, [key]: value };
  }
  target.corrections = [mark, ...target.corrections];
  return undefined;
}

function keyOf({ event }: RecordEvent, column: string): RecordKey | undefined {
  const key = RECORD_FIELDS.find(({ label }) => label === column)?.key;
  const taken = key !== undefined && !FIXED.includes(key) && eventKeys(event).some(([one]) => one === key);
  return taken ? key : undefined;
}

function isOptional({ event }: RecordEvent, key: RecordKey): boolean {
  return eventKeys(event).some(([one, need]) => one === key && need === '选填');
}

function shownAs(key: RecordKey, value: unknown): string {
  return recordField(key).type.format(value);
}

function readValue({ event }: RecordEvent, key: RecordKey, text: string): unknown {
  const { verdicts } = eventDef(event);
  const schema = key === 'verdict' && verdicts ? choice(verdicts).schema : recordField(key).type.schema;
  const result = schema.safeParse(text);
  return result.success ? result.data : undefined;
}
