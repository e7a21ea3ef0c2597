import type { FieldDef } from '../form/fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { readTyped, readValue, type ValueIssue } from '../form/read-value.ts';
import { invalidField, missingField } from '../registry/completeness.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Path } from '../text/finding.ts';
import { personalKinds } from '../text/privacy.ts';
import type { Raw } from '../text/raw.ts';

/** What is asked: a field of a form, or a part of it. */
export interface Asked {
  readonly definition: FieldDef;
  readonly form: Form | undefined;
  readonly type: FieldType<unknown>;
  /** Labels and list indexes, beginning with the field's own. */
  readonly path: Path;
  readonly required: boolean;
}

/** The value as it goes into the file ('' when it was left open), or the complaint in the words of `check`. */
export type Checked = { readonly value: Raw } | { readonly message: string };

/** Checks one answer; what is plainly meant (３２０万元, 2021年4月9日) is put right. */
export function checkAnswer(asked: Asked, input: Raw): Checked {
  if (typeof input === 'string' && input.trim() === '')
    return asked.required ? { message: missing(asked) } : { value: '' };
  const personal = personalKinds(`${asked.path.at(-1)}: ${JSON.stringify(input)}`);
  if (personal.length > 0) return { message: refusal(asked, personal) };
  const { type } = asked;
  const { text, value, issues } =
    typeof input === 'string' ? readTyped(type, input) : { text: input, ...readValue(type, input) };
  const [issue] = issues;
  return issue ? { message: complaint(asked, issue) } : { value: asWritten(type, text, value) };
}

/** Lists that were typed on one line are written as lists, everything else as it was typed. */
function asWritten(type: FieldType<unknown>, input: Raw, data: unknown): Raw {
  if (typeof input !== 'string') return input;
  if (Array.isArray(data)) return data.map(String);
  return type.kind === 'promise' ? 'true' : input.trim();
}

function missing({ definition, form, path }: Asked): string {
  const cell = { definition, form };
  return path.length > 1
    ? invalidField(cell, path, { kind: 'part-missing', message: '' }).message
    : missingField(cell).message;
}

function refusal({ definition }: Asked, kinds: readonly string[]): string {
  return `${definition.label}：里面有${kinds.join('、')}，个人信息不写进公开文件。删去它，写在纸质表上。`;
}

function complaint({ definition, form, type, path }: Asked, issue: ValueIssue): string {
  const { message } = invalidField({ definition, form }, [...path, ...issue.path], issue);
  return type.example === undefined ? message : `${message}例如 ${type.example}`;
}
