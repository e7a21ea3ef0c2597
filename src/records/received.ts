import { decideRoute, type Route } from '../regulation/routes.ts';
import type { EventValues } from './event-fields.ts';

/** 受理内容: what was received, as the office wrote it down on that day. */
export type ReceivedContent = NonNullable<EventValues['received']>;

/** The row of Article 6 that the received content meets. */
export function routeOf({ leadType, stage, fiscal }: ReceivedContent): Route {
  return decideRoute({ lead: leadType, stage, fiscal });
}
