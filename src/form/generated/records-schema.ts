import { EVENT_NAMES, type EventName, eventDef, eventKeys, recordField } from '../../records/events.ts';
import { LOG_LABEL } from '../../records/log.ts';
import { clauseTitle } from '../../regulation/index.ts';
import { choice, type JsonSchema } from '../kinds.ts';

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
  const { hint, clause, verdicts } = eventDef(name);
  const properties = eventKeys(name).map(([key, need]) => {
    const { label, type, hint: about, example } = recordField(key);
    if (key === 'event') return [label, { const: name }];
    const shape = key === 'verdict' && verdicts ? choice(verdicts).json : type.json;
    const examples = [verdicts && key === 'verdict' ? verdicts[0] : example];
    return [label, { ...shape, title: label, description: `【${need}】${about}`, examples }];
  });
  const required = eventKeys(name).filter(([, need]) => need === '必填');
  return {
    title: name,
    description: `${hint}（${clauseTitle(clause)}）`,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(([key]) => recordField(key).label),
    additionalProperties: false,
  };
}
