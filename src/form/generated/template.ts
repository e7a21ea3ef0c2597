import { FORM_TITLES, type Form } from '../../regulation/vocabulary.ts';
import { BODY_FIELDS, type FieldDef, GROUPS, HEAD_FIELDS } from '../fields.ts';
import type { FieldType } from '../kinds.ts';

/** A blank form as a project file: every field in order, with its hint; filled in are the form and the 文号 in force. */
export function blankForm(form: Form, ruleVersion: string): string {
  const head = GROUPS.flatMap((group) => groupLines({ form, ruleVersion }, group)).join('\n');
  const body = BODY_FIELDS.filter(({ forms }) => forms[form] !== undefined)
    .map(({ label, hint }) => `## ${label}\n\n<!-- ${hint} -->\n`)
    .join('\n');
  return `---\n# ${FORM_TITLES[form]}\n# 以 # 开头的行是说明，可以留着。没有的选填栏目空着即可；按情况必填的，看说明。\n${head}\n---\n\n${body}`;
}

/** What a blank form already says. */
interface Known {
  readonly form: Form;
  readonly ruleVersion: string;
}

function groupLines(known: Known, group: string): string[] {
  const fields = HEAD_FIELDS.filter(
    (field) => field.group === group && field.forms[known.form] !== undefined && !field.later,
  );
  if (fields.length === 0) return [];
  return ['', `# ==== ${group} ====`, ...fields.flatMap((field) => fieldLines(known, field))];
}

function fieldLines(known: Known, field: FieldDef): string[] {
  const unit = field.unit ? `（${field.unit}）` : '';
  const options =
    field.type.options && field.type.options.length > 1 ? `可选：${field.type.options.join('、')}。` : '';
  return [`# 【${field.forms[known.form]}】${field.hint}${options}${unit}`, ...valueLines(known, field)];
}

function valueLines(known: Known, field: FieldDef): string[] {
  if (field.key === 'form' || field.key === 'ruleVersion') return [`${field.label}: ${known[field.key]}`];
  if (field.type.options?.length === 1) return [`${field.label}: ${field.type.options[0]}`];
  return blankValue(field.label, field.type, '');
}

/** `label:` and, for records and lists of records, the parts to fill in below it. */
function blankValue(label: string, type: FieldType<unknown>, indent: string): string[] {
  if (type.parts) {
    return [
      `${indent}${label}:`,
      ...type.parts.flatMap((part) => blankValue(part.label, part.type, `${indent}  `)),
    ];
  }
  const parts = type.item?.parts;
  if (!parts) return [`${indent}${label}:`];
  const [first, ...rest] = parts.flatMap((part) => blankValue(part.label, part.type, `${indent}    `));
  return [`${indent}${label}:`, `${indent}  - ${(first ?? '').trimStart()}`, ...rest];
}
