import type { FieldType } from './kinds.ts';
import { readValue, type ValueIssue } from './read-value.ts';

/** One line of a dictionary, as far as reading by it goes: of filings, references, events or settings. */
export interface Readable {
  /** Its name in the program. */
  readonly key: string;
  /** Its name in the file. */
  readonly label: string;
  readonly type: FieldType<unknown>;
  /** Only what is 必填 is missed when it is absent. */
  readonly need?: string | undefined;
}

/** Something wrong with one field; `unknown` stands for a label that the dictionary does not have. */
export type FieldIssue<D extends Readable> =
  | (ValueIssue & { readonly definition: D })
  | { readonly kind: 'missing'; readonly path: readonly [string]; readonly definition: D }
  | { readonly kind: 'unknown'; readonly path: readonly [string] };

/** Values by label, read field by field: one bad field hides no other. */
export interface ReadFields<D extends Readable> {
  /** By key, what could be read. */
  readonly values: Readonly<Partial<Record<D['key'], unknown>>>;
  /** Keys of what is written but could not be read, or not all of it. */
  readonly unreadable: ReadonlySet<D['key']>;
  /** In the order of the dictionary; unknown labels last. */
  readonly issues: readonly FieldIssue<D>[];
}

/**
 * Reads values by label with a dictionary. `damaged`: labels of which a line was lost; they count as unreadable
 * whatever is left of them, and nothing is said about what is missing there.
 */
export function readFields<D extends Readable>(
  fields: readonly D[],
  written: Readonly<Record<string, unknown>>,
  damaged: ReadonlySet<string> = new Set(),
): ReadFields<D> {
  const values: Partial<Record<D['key'], unknown>> = {};
  const unreadable = new Set<D['key']>();
  const issues: FieldIssue<D>[] = [];
  for (const definition of fields) {
    const key: D['key'] = definition.key;
    const raw = written[definition.label];
    const isDamaged = damaged.has(definition.label);
    const { value, issues: found } = readField(definition, raw);
    if (value !== undefined) values[key] = value;
    if (isDamaged || (raw !== undefined && found.length > 0)) unreadable.add(key);
    issues.push(...(isDamaged ? found.filter(({ kind }) => !/missing$/.test(kind)) : found));
  }
  return { values, unreadable, issues: [...issues, ...findUnknown(fields, written)] };
}

/** By key, what can be read of some fields, where nobody asks what is wrong with the others. */
export function readSome<D extends Readable>(
  fields: readonly D[],
  written: Readonly<Record<string, unknown>>,
): ReadFields<D>['values'] {
  const values: Partial<Record<D['key'], unknown>> = {};
  for (const definition of fields) {
    const key: D['key'] = definition.key;
    const { value } = readField(definition, written[definition.label]);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

function readField<D extends Readable>(
  definition: D,
  raw: unknown,
): { readonly value?: unknown; readonly issues: readonly FieldIssue<D>[] } {
  const { label, need, type } = definition;
  if (raw === undefined) {
    return { issues: need === '必填' ? [{ kind: 'missing', path: [label], definition }] : [] };
  }
  const { value, issues } = readValue(type, raw);
  return { value, issues: issues.map((issue) => ({ ...issue, path: [label, ...issue.path], definition })) };
}

function findUnknown<D extends Readable>(fields: readonly D[], written: object): readonly FieldIssue<D>[] {
  const known = new Set(fields.map(({ label }) => label));
  const unknown = Object.keys(written).filter((label) => !known.has(label));
  return unknown.map((label) => ({ kind: 'unknown', path: [label] }));
}
