import { DICTIONARY, type FieldDef, GROUPS, type Need } from '../form/fields.ts';
import type { Form, Stage } from '../regulation/vocabulary.ts';

/** Fields that are not asked as such: known from the three answers, from the day, or not for a first filing. */
const KNOWN_OTHERWISE: readonly string[] = [
  'form',
  'filedOn',
  'lead',
  'coordinator',
  'stage',
  'contact',
  'ruleVersion',
  'progress',
  'demo',
];

/** Dates that only one stage has; there they are 必填 (the form alone cannot know). */
const ONLY_IN: Readonly<Record<string, Stage>> = { completedOn: '已建成', expectedOn: '正在建设' };

/** What a stage wants although its form alone does not: an amount spent, of what is finished. */
const REQUIRED_IN: Readonly<Record<string, Stage>> = { ...ONLY_IN, actual: '已建成' };

/** A field that a guided filing asks. */
export interface InterviewField {
  readonly definition: FieldDef;
  readonly need: Need;
}

/** The fields that are asked for a form at a stage, group by group in the form's order. */
export function interviewFields(form: Form, stage: Stage): readonly InterviewField[] {
  return GROUPS.flatMap((group) => DICTIONARY.filter((definition) => definition.group === group)).flatMap(
    (definition) => {
      const { key, place, forms } = definition;
      const need = forms[form];
      const only = ONLY_IN[key];
      if (need === undefined || KNOWN_OTHERWISE.includes(key)) return [];
      if ((place !== '表头' && place !== '正文') || (only !== undefined && only !== stage)) return [];
      return [{ definition, need: REQUIRED_IN[key] === stage ? '必填' : need }];
    },
  );
}

/** Whether a field has anything to say, given the answers before it. */
export function isFieldAsked(key: string, values: Readonly<Record<string, unknown>>): boolean {
  if (key !== 'categoryNote') return true;
  const categories = values.项目类别;
  return Array.isArray(categories) && categories.includes('其他类');
}

/** Parts of a record that make sense only beside another answer; the others are always asked. */
const PART_WHEN: Readonly<Record<string, (record: Readonly<Record<string, unknown>>) => boolean>> = {
  '附件.文件': (record) => record.送达 === '密封附件',
  '附件.sha256': (record) => record.送达 === '密封附件',
  '附件.编号': (record) => record.送达 === '纸质',
  // Worked out from what was compared, never typed.
  '查重说明.比对摘要': () => false,
};

/** Whether a part is asked, given the parts before it. */
export function isPartAsked(field: string, part: string, record: Readonly<Record<string, unknown>>): boolean {
  return PART_WHEN[`${field}.${part}`]?.(record) ?? true;
}
