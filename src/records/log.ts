import type { EventValues } from './event-fields.ts';
import type { EventName } from './event-names.ts';

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
