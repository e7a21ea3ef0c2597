import { HEAD_FIELDS } from '../form/fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { REFERENCE_FIELDS } from '../form/reference-fields.ts';

const HEADS = [...HEAD_FIELDS, ...REFERENCE_FIELDS.filter(({ place }) => place === '表头')];

/** Every label that can begin a line of a head. */
export const ENTRY_LABELS: ReadonlySet<string> = new Set(HEADS.map(({ label }) => label));

/** Every label that can stand further in: 类型, 名称, 来源, 金额 … */
export const PART_LABELS: ReadonlySet<string> = new Set(HEADS.flatMap(({ type }) => partLabels(type)));

function partLabels(type: FieldType<unknown>): string[] {
  const own = type.parts?.flatMap((part) => [part.label, ...partLabels(part.type)]) ?? [];
  return type.item ? [...own, ...partLabels(type.item)] : own;
}
