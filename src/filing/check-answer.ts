import type { FieldDef } from '../form/fields.ts';
import { type FieldType, MISSING } from '../form/kinds.ts';
import { suggestionOf } from '../ledger/row.ts';
import { invalidField, missingField } from '../registry/completeness.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Path } from '../text/finding.ts';
import { findPersonalData } from '../text/privacy.ts';
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
  const personal = [...new Set(findPersonalData(JSON.stringify(input)).map(({ kind }) => kind))];
  if (personal.length > 0) return { message: refusal(asked, personal) };
  const { type } = asked;
  const direct = type.schema.safeParse(input);
  if (direct.success) return { value: asWritten(type, input, direct.data) };
  const [issue] = direct.error.issues;
  const suggestion = issue && suggestionOf(issue);
  const repaired =
    suggestion === undefined || typeof input !== 'string' ? undefined : type.schema.safeParse(suggestion);
  if (repaired?.success && suggestion !== undefined) return { value: suggestion };
  return { message: complaint(asked, issue) };
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
    ? invalidField(cell, path, { message: MISSING }).message
    : missingField(cell).message;
}

function refusal({ definition }: Asked, kinds: readonly string[]): string {
  return `${definition.label}：里面有${kinds.join('、')}，个人信息不写进公开文件。删去它，写在纸质表上。`;
}

function complaint(
  asked: Asked,
  issue:
    | {
        readonly message: string;
        readonly path: readonly PropertyKey[];
        readonly code?: string;
        readonly keys?: readonly string[];
      }
    | undefined,
): string {
  const { definition, form, type, path } = asked;
  const at = [...path, ...((issue?.path ?? []) as Path)];
  const unknown = issue?.code === 'unrecognized_keys' && issue.keys ? { unknown: issue.keys } : {};
  const { message } = invalidField({ definition, form }, at, {
    message: issue?.message ?? type.expects,
    ...unknown,
  });
  return type.example === undefined ? message : `${message}例如 ${type.example}`;
}
