import { z } from 'zod';
import { FORMS, type Form } from '../regulation/vocabulary.ts';
import { BODY_FIELDS, type FieldDef, type Filing, HEAD_FIELDS } from './fields.ts';

/** The fields of an entry in file order: the head, then the sections of the body. */
export const ENTRY_FIELDS: readonly FieldDef[] = [...HEAD_FIELDS, ...BODY_FIELDS];

/**
 * The schema of one form, keyed by the labels in the file. Only what the form 必填 is required;
 * what merely 应填 is judged by the rule `field-expected`, so that it never blocks.
 * Without a form (表式 missing or unreadable) what every form 必填 is required, 表式 itself among it.
 */
function buildSchema(form: Form | undefined): z.ZodType<Filing> {
  const asked = form === undefined ? FORMS : [form];
  const shape = ENTRY_FIELDS.map((definition) => {
    const required = asked.every((one) => definition.forms[one] === '必填');
    return [definition.label, required ? definition.type.schema : definition.type.schema.optional()];
  });
  return z.strictObject(Object.fromEntries(shape)).transform(toKeys);
}

function toKeys(values: Readonly<Record<string, unknown>>): Filing {
  const filing: Record<string, unknown> = {};
  for (const { key, label } of ENTRY_FIELDS) {
    if (values[label] !== undefined) filing[key] = values[label];
  }
  return filing as Filing;
}

const FORM_SCHEMAS = Object.fromEntries(FORMS.map((form) => [form, buildSchema(form)])) as Readonly<
  Record<Form, z.ZodType<Filing>>
>;
const ANY_FORM = buildSchema(undefined);

/** The schema by which an entry of this 表式 is read. */
export function formSchema(form: Form | undefined): z.ZodType<Filing> {
  return form === undefined ? ANY_FORM : FORM_SCHEMAS[form];
}
