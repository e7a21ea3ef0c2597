import { REFERENCE_FIELDS, type ReferenceField } from '../form/reference-fields.ts';
import { parseFile } from '../text/file.ts';
import { unescapeText } from '../text/safe-text.ts';
import { splitFile } from '../text/split.ts';
import { editHead, writeBody, writeFile } from '../text/write.ts';
import { NO_UNIT } from './reference-values.ts';

/** What an import makes of a reference file. */
export type Merged =
  | { readonly change: 'added' | 'updated' | 'unchanged'; readonly text: string }
  | { readonly unreadable: true };

/** Values by label, as a ledger carries them. */
type LedgerValues = ReadonlyMap<string, string>;

const HEAD = REFERENCE_FIELDS.filter(({ place }) => place === '表头');
const BODY = REFERENCE_FIELDS.filter(({ place }) => place === '正文');

/**
 * Lays the values of a ledger over a reference file. Only what the ledger carries is touched: what a person wrote
 * in other fields, in comments and in other sections stays. A file that says the same already stays byte by byte.
 */
export function mergeReference(existing: string | undefined, values: LedgerValues): Merged {
  if (existing === undefined) return { change: 'added', text: newReference(values) };
  const parsed = parseFile(new TextEncoder().encode(existing));
  if (parsed.head.lost || parsed.problems.some(({ severity }) => severity === 'error'))
    return { unreadable: true };
  const changed = changedFields(HEAD, values, ({ label }) => parsed.head.raw[label]);
  const verified = values.has('核实日期') && parsed.head.raw.未核实 !== undefined ? ['未核实'] : [];
  const texts = new Map(parsed.sections.map(({ title, text }) => [title, unescapeText(text)]));
  const rewritten = changedFields(BODY, values, ({ label }) => texts.get(label));
  const headSame = Object.keys(changed).length === 0 && verified.length === 0;
  const bodySame = Object.keys(rewritten).length === 0;
  if (headSame && bodySame) return { change: 'unchanged', text: existing };
  const split = splitFile(parsed.text);
  const head = headSame ? split.head : editHead(split.head, changed, verified);
  for (const [title, text] of Object.entries(rewritten)) texts.set(title, text);
  const sections = Array.from(texts, ([title, text]) => ({ title, text }));
  return { change: 'updated', text: `---\n${head}---\n${bodySame ? split.body : writeBody(sections)}` };
}

function newReference(values: LedgerValues): string {
  const head: Record<string, string> = {};
  for (const { key, label } of HEAD) {
    const value = values.get(label) ?? defaultOf(key, values);
    if (value !== undefined) head[label] = value;
  }
  const sections = BODY.flatMap(({ label }) => {
    const text = values.get(label);
    return text === undefined ? [] : [{ title: label, text }];
  });
  return writeFile(head, sections);
}

/** What nobody has looked into is marked so; what a ledger does not place is from elsewhere and never blocks. */
function defaultOf(key: string, values: LedgerValues): string | undefined {
  if (key === 'level') return '外地';
  return key === 'unverified' && !values.has('核实日期') ? 'true' : undefined;
}

function changedFields(
  fields: readonly ReferenceField[],
  values: LedgerValues,
  current: (field: ReferenceField) => unknown,
): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const field of fields) {
    const value = values.get(field.label);
    const now = current(field);
    // A ledger without a unit says nothing about a unit that someone has found out since.
    if (value === undefined || (value === NO_UNIT && now !== undefined)) continue;
    if (!sameValue(field, now, value)) changed[field.label] = value;
  }
  return changed;
}

/** 320 and 320.00 say the same. */
function sameValue(field: ReferenceField, current: unknown, value: string): boolean {
  if (current === value) return true;
  const [a, b] = [current, value].map((raw) => field.type.schema.safeParse(raw));
  return a?.success === true && b?.success === true && a.data === b.data;
}
