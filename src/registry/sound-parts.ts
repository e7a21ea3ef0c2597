import type { FieldType, PartInfo } from '../form/kinds.ts';
import { type FieldIssue, readFields } from '../form/read-fields.ts';
import { fieldName, type Path } from '../text/finding.ts';
import { nearest } from '../text/nearest.ts';
import { isRawMap, type RawMap, withoutBlanks } from '../text/raw.ts';

/** One thing that is wrong with a settings file, and how to repair it. */
export interface Said {
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
}

/** What was read of a record: every part that is sound. */
export type Sound<T> = Partial<Whole<T>>;
/** A record of which nothing is left out. */
export type Whole<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

/** Reads a map by its dictionary part by part: a faulty part is a fault, and hides none of the others. Blank is absent. */
export function readSoundParts<T>(
  { parts = [] }: FieldType<T>,
  raw: RawMap,
  above: Path = [],
): { readonly values: Sound<T>; readonly faults: readonly Said[] } {
  const nested = parts.filter(({ type, label }) => type.parts && isRawMap(raw[label] ?? ''));
  const inner = nested.map(({ key, label, type }) => ({
    key,
    ...readSoundParts(type, raw[label] as RawMap, [...above, label]),
  }));
  const fields = parts
    .filter((part) => !nested.includes(part))
    .map((part) => ({ ...part, need: part.optional ? '选填' : '必填' }));
  // A blank part is absent; a name that nobody knows is told of even while nothing stands behind it.
  const known = new Set(fields.map(({ label }) => label));
  const others = Object.entries(raw).flatMap(([label, value]): [string, unknown][] => {
    if (nested.some((part) => part.label === label)) return [];
    const kept = known.has(label) ? withoutBlanks(value) : value;
    return kept === undefined ? [] : [[label, kept]];
  });
  const read = readFields(fields, Object.fromEntries(others));
  const values = Object.fromEntries([
    ...Object.entries(read.values),
    ...inner.map((one): [string, unknown] => [one.key, one.values]),
  ]);
  const faults = read.issues.map((issue) => explain(parts, raw, above, issue));
  return { values: values as Sound<T>, faults: [...faults, ...inner.flatMap((one) => one.faults)] };
}

function explain(parts: readonly PartInfo[], raw: RawMap, above: Path, issue: FieldIssue<PartInfo>): Said {
  const path = [...above, ...issue.path];
  if (issue.kind === 'unknown') return unknownName(parts, raw, path, issue.path[0]);
  const part = issue.definition;
  if (issue.kind === 'missing') return fault(part, path, `没有写。${part.hint ?? ''}`);
  if (issue.kind === 'part-missing') return fault(part, path, '没有写全。');
  const said = fault(part, path, `${issue.message}。`);
  return issue.suggest === undefined ? said : { ...said, fix: `改成「${issue.suggest}」` };
}

function unknownName(parts: readonly PartInfo[], raw: RawMap, path: Path, name: string): Said {
  const labels = parts.map(({ label }) => label);
  const near = nearest(
    name,
    labels.filter((label) => !(label in raw)),
  );
  return {
    path,
    message: `${name}：没有这一项${near ? `，是不是「${near}」` : ''}。`,
    fix: near ? `改成「${near}」` : `删去这一行；这里可以写的有：${labels.join('、')}。`,
  };
}

function fault({ label, example = '' }: PartInfo, path: Path, said: string): Said {
  const name = fieldName(path.slice(path.lastIndexOf(label)));
  return { path, message: `${name}：${said}`, fix: `例如「${label}: ${example}」。` };
}
