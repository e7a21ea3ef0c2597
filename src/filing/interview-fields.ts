import { type AskWhen, DICTIONARY, type FieldDef, GROUPS, isWritten, type Need } from '../form/fields.ts';
import type { Form, Stage } from '../regulation/vocabulary.ts';

/** A field that a guided filing asks. */
export interface InterviewField {
  readonly definition: FieldDef;
  readonly need: Need;
}

/** The fields that are asked for a form at a stage, group by group in the form's order. */
export function interviewFields(form: Form, stage: Stage): readonly InterviewField[] {
  const fields = DICTIONARY.filter((field) => isWritten(field) && !field.later && field.asked !== false);
  return GROUPS.flatMap((group) => fields.filter((field) => field.group === group)).flatMap((definition) => {
    const { forms, onlyAt = stage, requiredAt = definition.onlyAt } = definition;
    const need = forms[form];
    if (need === undefined || onlyAt !== stage) return [];
    return [{ definition, need: requiredAt === stage ? '必填' : need }];
  });
}

/** Whether a field or a part is asked, given the answers before it. */
export function isAsked(when: AskWhen | undefined, answers: Readonly<Record<string, unknown>>): boolean {
  if (when === undefined || when === false) return when === undefined;
  const answer = answers[when.label];
  return Array.isArray(answer) ? answer.includes(when.is) : answer === when.is;
}
