import { FORMS, type Form } from '../regulation/vocabulary.ts';
import { BODY_FIELDS, type FieldDef, type FieldKey, type Filing, HEAD_FIELDS } from './fields.ts';
import { type Readable, readFields } from './read-fields.ts';

/** A field that is written in an entry; 必填 when the form at hand cannot do without it. */
export type EntryField = FieldDef & Readable & { readonly key: FieldKey };

/** The fields of an entry in file order: the head, then the sections of the body. */
export const ENTRY_FIELDS = [...HEAD_FIELDS, ...BODY_FIELDS] as readonly EntryField[];

/**
 * Only what the form 必填 is required; what merely 应填 is judged by the rule `field-expected`, so that it never
 * blocks. Without a form (表式 missing or unreadable) what every form 必填 is required, 表式 itself among it.
 */
function fieldsOf(form: Form | undefined): readonly EntryField[] {
  const asked = form === undefined ? FORMS : [form];
  return ENTRY_FIELDS.map((definition) => {
    const required = asked.every((one) => definition.forms[one] === '必填');
    return required ? { ...definition, need: '必填' } : definition;
  });
}

const BY_FORM = new Map([...FORMS, undefined].map((form) => [form, fieldsOf(form)]));

/** The dictionary by which an entry of this 表式 is read. */
export function formFields(form: Form | undefined): readonly EntryField[] {
  return BY_FORM.get(form) ?? ENTRY_FIELDS;
}

/** What can be read of a filing from its values by label. */
export function readFiling(values: Readonly<Record<string, unknown>>): Filing {
  return readFields(ENTRY_FIELDS, values).values as Filing;
}
