import { z } from 'zod';
import { choice } from '../form/kinds.ts';
import { EVENT_NAMES, type EventName, type EventValues, eventDef, eventKeys, recordField } from './events.ts';

/** One event of the log. 日期 and 事项 are always there; what else is there the dictionary says. */
export type RecordEvent = EventValues & {
  readonly date: string;
  readonly event: EventName;
  /** Its place in the file, from 0: unreadable events before it are counted too. */
  readonly index: number;
};

/** The 办理记录 of one project, as far as it could be read. */
export interface RecordLog {
  /** `<unit>/<slug>`: the project it belongs to. */
  readonly id: string;
  /** Path below the registry folder. */
  readonly file: string;
  /** In file order, which is the order of time. */
  readonly events: readonly RecordEvent[];
  /** False while an event could not be read; the order of the others is then not judged. */
  readonly sound: boolean;
}

/** The name under which a log stands in messages and in the paths of findings. */
export const LOG_LABEL = '办理记录';

/** The schema of one 事项, keyed by the labels in the file. */
function buildSchema(name: EventName): z.ZodType<EventValues> {
  const { verdicts } = eventDef(name);
  const shape = eventKeys(name).map(([key, need]) => {
    const { label, type } = recordField(key);
    const schema = key === 'verdict' && verdicts ? choice(verdicts).schema : type.schema;
    return [label, need === '必填' ? schema : schema.optional()];
  });
  return z.strictObject(Object.fromEntries(shape)).transform((values) => toKeys(name, values));
}

function toKeys(name: EventName, values: Readonly<Record<string, unknown>>): EventValues {
  const event: Record<string, unknown> = {};
  for (const [key] of eventKeys(name)) {
    const value = values[recordField(key).label];
    if (value !== undefined) event[key] = value;
  }
  return event as EventValues;
}

const SCHEMAS = Object.fromEntries(EVENT_NAMES.map((name) => [name, buildSchema(name)])) as Readonly<
  Record<EventName, z.ZodType<EventValues>>
>;

/** The schema by which an event of this 事项 is read. */
export function eventSchema(name: EventName): z.ZodType<EventValues> {
  return SCHEMAS[name];
}
