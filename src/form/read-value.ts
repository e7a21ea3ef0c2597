import type * as z from 'zod/mini';
import type { FieldType } from './kinds.ts';

/** Something wrong with a value that is there. */
export interface ValueIssue {
  readonly kind: 'invalid' | 'part-missing' | 'part-unknown';
  /** Labels and list indexes that lead to it. */
  readonly path: readonly (string | number)[];
  /** What is wrong or what to write, as a phrase without a full stop. */
  readonly message: string;
  /** The text that could not be read, and what was probably meant, in the file's notation. */
  readonly given?: string;
  readonly suggest?: string;
  /** True for a suggestion that is only likely: it is shown to a person, and never taken without asking. */
  readonly isGuess?: true;
  /** What people often get wrong here; said with the repair. */
  readonly note?: string;
  /** The parts that do not exist. */
  readonly unknown?: readonly string[];
}

/** What a value means, or what is wrong with it. */
export interface ReadValue {
  readonly value?: unknown;
  readonly issues: readonly ValueIssue[];
}

/** Reads one value as it stands in a file. */
export function readValue(type: FieldType<unknown>, raw: unknown): ReadValue {
  const result = type.schema.safeParse(raw, { reportInput: true });
  if (result.success) return { value: result.data, issues: [] };
  return { issues: result.error.issues.map(toValueIssue) };
}

/** Reads what a person typed. What is plainly meant (３２０万元, 2021年4月9日) is put right: `text` is what to write. */
export function readTyped(type: FieldType<unknown>, typed: string): ReadValue & { readonly text: string } {
  const direct = readValue(type, typed);
  const text = direct.issues.reduce(
    (whole, { given, suggest, isGuess }) =>
      given === undefined || suggest === undefined || isGuess ? whole : whole.replace(given, () => suggest),
    typed,
  );
  const repaired = text === typed ? direct : readValue(type, text);
  return repaired.issues.length === 0 ? { ...repaired, text } : { ...direct, text: typed };
}

/** The only place that knows how the schemas report: what they were given is undefined where a part is not there. */
function toValueIssue(issue: z.core.$ZodIssue): ValueIssue {
  const { message, input } = issue;
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    const said = `没有「${issue.keys.join('」「')}」这一小项`;
    return { kind: 'part-unknown', path, message: said, unknown: issue.keys };
  }
  if (input === undefined) return { kind: 'part-missing', path, message };
  const { suggest, isGuess, note }: Record<string, unknown> = (issue.code === 'custom' && issue.params) || {};
  const known = { kind: 'invalid', path, message, ...(typeof note === 'string' ? { note } : {}) } as const;
  if (typeof input !== 'string' || typeof suggest !== 'string') return known;
  return { ...known, given: input, suggest, ...(isGuess === true ? { isGuess } : {}) };
}
