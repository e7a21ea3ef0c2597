import { clauseTitle } from '../../regulation/index.ts';
import { FORM_TITLES, type Form } from '../../regulation/vocabulary.ts';
import { clauseOf, HEAD_FIELDS } from '../fields.ts';
import type { JsonSchema } from '../kinds.ts';
import { REFERENCE_FIELDS } from '../reference-fields.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** JSON Schema of the head of a filing, so that editors complete the labels and show the hints. */
export function formJsonSchema(form: Form): JsonSchema {
  const fields = HEAD_FIELDS.filter(({ forms }) => forms[form] !== undefined);
  const properties = fields.map((field) => {
    const { label, type, hint, example, unit, forms } = field;
    const cited = clauseTitle(clauseOf(field, form));
    const described = `【${forms[form]}】${hint}${unit ? `单位：${unit}。` : ''}（${cited}）`;
    return [label, { ...type.json, title: label, description: described, examples: [example] }];
  });
  return {
    $schema: DRAFT,
    title: FORM_TITLES[form],
    type: 'object',
    properties: { ...Object.fromEntries(properties), 表式: { const: form } },
    required: fields.filter(({ forms }) => forms[form] === '必填').map(({ label }) => label),
    additionalProperties: false,
  };
}

/** JSON Schema of the head of a reference. */
export function referenceJsonSchema(): JsonSchema {
  const fields = REFERENCE_FIELDS.filter(({ place }) => place === '表头');
  return {
    $schema: DRAFT,
    title: '参考项目',
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ label, type, hint, example }) => [
        label,
        { ...type.json, title: label, description: hint, examples: [example] },
      ]),
    ),
    required: fields.filter(({ need }) => need === '必填').map(({ label }) => label),
    additionalProperties: false,
  };
}
