import { BODY_FIELDS, HEAD_FIELDS } from '../form/fields.ts';
import { parseFile } from '../text/file.ts';
import type { Raw } from '../text/raw.ts';
import { unescapeText } from '../text/safe-text.ts';
import { splitFile } from '../text/split.ts';
import { editHead, writeBody } from '../text/write.ts';

/** What a second stock-taking makes of a filing that is there. */
export type MergedStock =
  | { readonly change: 'updated' | 'unchanged'; readonly text: string }
  /** The unit has completed it: what it says is its own. */
  | { readonly change: 'completed' }
  | { readonly change: 'unreadable' };

const NEVER = new Set(['待补全', '填报日期', '联系方式', '规则版本']);

/** Lays what a ledger says over a filing that still waits to be completed; everything else in the file stays. */
export function mergeStock(existing: string, values: Readonly<Record<string, Raw>>): MergedStock {
  const parsed = parseFile(new TextEncoder().encode(existing));
  if (parsed.head.lost || parsed.head.damaged.size > 0) return { change: 'unreadable' };
  if (parsed.head.raw.待补全 !== 'true') return { change: 'completed' };
  const changed: Record<string, string> = {};
  for (const { label } of HEAD_FIELDS) {
    const value = values[label];
    if (typeof value === 'string' && value !== '' && !NEVER.has(label) && parsed.head.raw[label] !== value)
      changed[label] = value;
  }
  const texts = new Map(parsed.sections.map(({ title, text }) => [title, unescapeText(text)]));
  const rewritten = BODY_FIELDS.flatMap(({ label }) => {
    const value = values[label];
    return typeof value === 'string' && value !== '' && texts.get(label) !== value
      ? [[label, value] as const]
      : [];
  });
  if (Object.keys(changed).length === 0 && rewritten.length === 0)
    return { change: 'unchanged', text: existing };
  const split = splitFile(parsed.text);
  const head = Object.keys(changed).length === 0 ? split.head : editHead(split.head, changed, []);
  for (const [title, text] of rewritten) texts.set(title, text);
  const body =
    rewritten.length === 0 ? split.body : writeBody(Array.from(texts, ([title, text]) => ({ title, text })));
  return { change: 'updated', text: `---\n${head}---\n${body}` };
}
