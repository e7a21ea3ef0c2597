import { interviewFields, isAsked } from '../filing/interview-fields.ts';
import { DICTIONARY, type FieldDef, isWritten, type Need } from '../form/fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { readTyped, readValue } from '../form/read-value.ts';
import type { Form, Stage } from '../regulation/vocabulary.ts';
import { isRawMap, type Raw, type RawMap } from '../text/raw.ts';
import { isNothing, withoutPasteTraces } from './plain-typing.ts';

/** What stands in the boxes of the form, by label: texts as they were typed, ticked words as lists, rows as maps. */
export type Answers = Readonly<Record<string, Raw>>;

/** Boxes that are no fields of the file by themselves; what they say is written into several. */
export const ASKED_FIRST = {
  leadType: '牵头主体类型',
  leadName: '牵头主体名称',
  stage: '建设阶段',
  fiscal: '是否使用财政资金',
  unit: '单位',
  notSecret: '不涉密承诺',
} as const;

/** A field that the form shows. */
export interface ShownField {
  readonly definition: FieldDef;
  readonly need: Need;
}

/**
 * What nobody fills in: whether it is a demonstration, and 待补全. A draft from a ledger that is gone through here is judged
 * as a whole filing and given back without the word, for that is how a unit completes it.
 */
const NOT_SHOWN: readonly string[] = ['demo', 'toComplete'];

/**
 * The fields that are shown for a form at a stage. Of a filing that lies in the registry already (`filed`) also those
 * that come later: 建设进展, 变更说明.
 */
export function shownFields(form: Form, stage: Stage, filed: boolean): readonly ShownField[] {
  const later = filed
    ? DICTIONARY.filter((one) => isWritten(one) && one.later === true && !NOT_SHOWN.includes(one.key))
    : [];
  return [
    ...interviewFields(form, stage),
    ...later.map((definition) => ({ definition, need: definition.forms[form] ?? ('选填' as const) })),
  ];
}

/** Whether a field is asked beside these answers. */
export function isShown({ definition }: ShownField, answers: Answers): boolean {
  return isAsked(definition.asked, answers);
}

/**
 * An answer as it goes into the file: what is plainly meant is put right as the guided filing does (３２０万元 is 320),
 * lists typed on one line become lists, what was left open goes away. Undefined when nothing is left.
 */
export function asWritten(type: FieldType<unknown>, raw: Raw): Raw | undefined {
  if (typeof raw === 'string') return writtenText(type, raw);
  if (isRawMap(raw)) return writtenRecord(type, raw);
  const { item } = type;
  const items = item ? raw.map((one) => asWritten(item, one)) : raw.map(trimmed);
  const kept = items.filter((one) => one !== undefined);
  return kept.length === 0 ? undefined : kept;
}

function trimmed(raw: Raw): Raw | undefined {
  if (typeof raw !== 'string') return raw;
  const text = raw.trim();
  return text === '' ? undefined : text;
}

function writtenText(type: FieldType<unknown>, raw: string): Raw | undefined {
  const typed = withoutPasteTraces(type, raw).trim();
  if (typed === '' || isNothing(type, typed)) return undefined;
  const { text, value, issues } = readTyped(type, typed);
  if (issues.length > 0) return typed;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String);
  return text.trim();
}

function writtenRecord({ parts = [] }: FieldType<unknown>, raw: RawMap): Raw | undefined {
  const kept: Record<string, Raw> = {};
  for (const { label, type } of parts) {
    const given = raw[label];
    const value = given === undefined ? undefined : asWritten(type, given);
    if (value !== undefined) kept[label] = value;
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** An answer as people read it, in the words of its kind; as it stands where it cannot be read. */
export function shownAnswer(type: FieldType<unknown>, raw: Raw): string {
  const { value, issues } = readValue(type, raw);
  return issues.length === 0 ? type.format(value) : plainText(raw);
}

/** An answer as plain words, whatever its kind. */
export function plainText(raw: Raw): string {
  if (typeof raw === 'string') return raw;
  if (!isRawMap(raw)) return raw.map(plainText).join('、');
  return Object.entries(raw)
    .map(([label, value]) => `${label}：${plainText(value)}`)
    .join('；');
}
