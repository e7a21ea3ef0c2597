import { parse } from 'yaml';
import type { FieldDef } from '../../form/fields.ts';
import type { FieldType, PartInfo } from '../../form/kinds.ts';
import { readTyped } from '../../form/read-value.ts';
import { isRawMap, type Raw } from '../../text/raw.ts';

/**
 * The notation of the file, as findings show it to copy: maps, or a list of them with dashes. Undefined for what is
 * written otherwise. Aliases and tags are no part of it.
 */
export function asInFile({ label, type }: FieldDef, written: string): Raw | undefined {
  const parts = type.parts ?? type.item?.parts;
  if (!parts) return undefined;
  const labels = allLabels(parts).join('|');
  const text = written
    .replace(new RegExp(`^${label}\\s*[:：][ \\t]*\\n`), '')
    .replace(new RegExp(`^([ \\t]*(?:-[ \\t]+)?(?:${labels}))[:：][ \\t]*`, 'gm'), '$1: ');
  const isList = type.item !== undefined;
  // A list begins its items with a dash; in a record some label has its parts below it.
  const sign = isList ? `^[ \\t]*-[ \\t]+(?:${labels}): ` : `^(?:${labels}): *$`;
  if (!new RegExp(sign, 'm').test(text)) return undefined;
  try {
    const read: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0 });
    const fits = isList ? Array.isArray(read) && read.every(isMap) : isMap(read);
    return fits ? meant(type, read as Raw) : undefined;
  } catch {
    return undefined;
  }
}

/** What is plainly meant is put right, part by part. */
function meant(type: FieldType<unknown>, raw: Raw): Raw {
  if (typeof raw === 'string') return readLeaf(type, raw);
  if (!isRawMap(raw)) return raw.map((one) => meant(type.item ?? type, one));
  const partOf = (label: string): FieldType<unknown> | undefined =>
    type.parts?.find((one) => one.label === label)?.type;
  return Object.fromEntries(
    Object.entries(raw).map(([label, one]) => {
      const part = partOf(label);
      return [label, part ? meant(part, one) : one];
    }),
  );
}

const isMap = (read: unknown): boolean => typeof read === 'object' && read !== null && !Array.isArray(read);

const allLabels = (parts: readonly PartInfo[]): readonly string[] =>
  parts.flatMap(({ label, type }) => [label, ...allLabels(type.parts ?? [])]);

/** What is plainly meant (２００万元, 2026.3.5) is put right, as everywhere that people type. */
export function readLeaf(type: FieldType<unknown>, value: string): string {
  const { text, issues } = readTyped(type, value.trim());
  return issues.length === 0 ? text : value.trim();
}
