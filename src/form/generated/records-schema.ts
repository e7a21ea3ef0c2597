import { EVENT_NAMES, type EventName } from '../../records/event-names.ts';
import { eventDef, eventFields } from '../../records/events.ts';
import { LOG_LABEL } from '../../records/log.ts';
import { clauseTitle } from '../../regulation/index.ts';
import type { JsonSchema } from '../kinds.ts';

/** JSON Schema of a records file: a list in which every 事项 has its own keys. */
export function recordsJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: LOG_LABEL,
    description: '由办公室逐件追加，写过的不改。',
    type: 'array',
    items: { oneOf: EVENT_NAMES.map(eventSchemaOf) },
  };
}

function eventSchemaOf(name: EventName): JsonSchema {
  const { hint, clause } = eventDef(name);
  const properties = eventFields(name).map(({ key, label, need, type, hint: about, example }) => {
    if (key === 'event') return [label, { const: name }];
    return [label, { ...type.json, title: label, description: `【${need}】${about}`, examples: [example] }];
  });
  const required = eventFields(name).filter(({ need }) => need === '必填');
  return {
    title: name,
    description: `${hint}（${clauseTitle(clause)}）`,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(({ label }) => label),
    additionalProperties: false,
  };
}
