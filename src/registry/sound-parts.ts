import { type FieldType, MISSING, type PartInfo } from '../form/kinds.ts';
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

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly params?: { readonly suggest?: string };
}

/** Reads a map by its dictionary part by part: a faulty part is a fault, and hides none of the others. Blank is absent. */
export function readSoundParts<T>(
  { parts = [] }: FieldType<T>,
  raw: RawMap,
  above: Path = [],
): { readonly values: Sound<T>; readonly faults: readonly Said[] } {
  const values: Record<string, unknown> = {};
  const faults: Said[] = unknownNames(parts, raw, above);
  for (const part of parts) {
    const path = [...above, part.label];
    const written = raw[part.label] ?? '';
    const value = withoutBlanks(written);
    if (part.type.parts && isRawMap(written)) {
      const inner = readSoundParts(part.type, written, path);
      values[part.key] = inner.values;
      faults.push(...inner.faults);
    } else if (value === undefined) {
      if (!part.optional) faults.push(fault(part, path, `没有写。${part.hint ?? ''}`));
    } else {
      const result = part.type.schema.safeParse(value);
      if (result.success) values[part.key] = result.data;
      else
        faults.push(...(result.error.issues as readonly Issue[]).map((issue) => explain(part, path, issue)));
    }
  }
  return { values: values as Sound<T>, faults };
}

function unknownNames(parts: readonly PartInfo[], raw: RawMap, above: Path): Said[] {
  const labels = parts.map(({ label }) => label);
  return Object.keys(raw)
    .filter((name) => !labels.includes(name))
    .map((name) => {
      const open = labels.filter((label) => !(label in raw));
      const near = nearest(name, open);
      return {
        path: [...above, name],
        message: `${name}：没有这一项${near ? `，是不是「${near}」` : ''}。`,
        fix: near ? `改成「${near}」` : `删去这一行；这里可以写的有：${labels.join('、')}。`,
      };
    });
}

function explain(part: PartInfo, above: Path, issue: Issue): Said {
  const path = [...above, ...(issue.path as Path)];
  if (issue.keys) return fault(part, path, `没有「${issue.keys.join('、')}」这一项。`);
  const { suggest } = issue.params ?? {};
  const said = fault(part, path, issue.message === MISSING ? '没有写全。' : `${issue.message}。`);
  return suggest === undefined ? said : { ...said, fix: `改成「${suggest}」` };
}

function fault({ label, example = '' }: PartInfo, path: Path, said: string): Said {
  const name = fieldName(path.slice(path.lastIndexOf(label)));
  return { path, message: `${name}：${said}`, fix: `例如「${label}: ${example}」。` };
}
