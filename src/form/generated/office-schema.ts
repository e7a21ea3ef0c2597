import { OFFICE } from '../../registry/office.ts';
import { SETTINGS, settingBasis } from '../../registry/settings.ts';
import { type JsonSchema, record } from '../kinds.ts';

/** JSON Schema of office.yaml, so that editors complete the names and show what each setting does. */
export function officeJsonSchema(): JsonSchema {
  const settings = Object.entries(SETTINGS).map(([key, one]) => {
    return [key, { ...one, hint: `${one.hint}${settingBasis(one)}` }] as const;
  });
  const type = record(Object.fromEntries(settings));
  const { json } = record({ ...OFFICE, settings: { ...OFFICE.settings, type } });
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: '办公室设置', ...json };
}
