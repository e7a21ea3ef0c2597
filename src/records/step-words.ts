import { RECORD_FIELDS, type RecordKey } from './event-fields.ts';
import type { TimelineStep } from './lifecycle/derive.ts';

/** One thing that an event says, in words. */
export interface StepDetail {
  readonly key: RecordKey;
  readonly label: string;
  readonly text: string;
}

/** What the line of an event says at its head. */
const SAID_IN_HEAD: readonly RecordKey[] = ['date', 'event', 'verdict', 'handler'];

/** What an event says besides its day, its name and who wrote it; as it counts, corrections included. */
export function stepDetails({ event }: Pick<TimelineStep, 'event'>): readonly StepDetail[] {
  return RECORD_FIELDS.filter(({ key }) => !SAID_IN_HEAD.includes(key) && event[key] !== undefined).map(
    ({ key, label, type }) => ({ key, label, text: type.format(event[key]) }),
  );
}

/** What has to be known of an event: that it was put right, struck out, or counts for nothing, and why. */
export function stepRemarks({ corrections, voided, refusal }: TimelineStep): readonly string[] {
  const struck = corrections.at(-1)?.reason ?? '';
  const amended = corrections.map(
    ({ column, was, becomes, reason }) =>
      `已更正：${column}${was === undefined ? '原来空着' : `原来写「${was}」`}，改为「${becomes}」（${reason}）`,
  );
  return [
    ...(voided ? [`已作废：${struck}`] : amended),
    ...(refusal === undefined ? [] : [`这一条没有计入：${refusal.message}`]),
  ];
}
