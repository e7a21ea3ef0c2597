import { BODY_FIELDS } from '../form/fields.ts';
import { setHeadField } from '../text/edit-head.ts';
import { parseFile } from '../text/file.ts';
import type { Raw } from '../text/raw.ts';
import { unescapeText } from '../text/safe-text.ts';
import { splitFile } from '../text/split.ts';
import { writeBody } from '../text/write.ts';

const BODY: ReadonlySet<string> = new Set(BODY_FIELDS.map(({ label }) => label));

/**
 * A filing with single fields set, by label; everything else stays letter for letter. Undefined where the file cannot be
 * read well enough to be changed.
 */
export function applyCells(existing: string, values: ReadonlyMap<string, Raw>): string | undefined {
  let text: string | undefined = existing;
  for (const [label, value] of values)
    text =
      text &&
      (BODY.has(label) && typeof value === 'string'
        ? withSection(text, label, value)
        : setHeadField(text, label, value));
  return text;
}

function withSection(existing: string, label: string, value: string): string | undefined {
  const { head, text, sections } = parseFile(new TextEncoder().encode(existing));
  if (head.lost) return undefined;
  const texts = new Map(sections.map(({ title, text: own }) => [title, unescapeText(own)]));
  texts.set(label, value);
  const body = writeBody(Array.from(texts, ([title, own]) => ({ title, text: own })));
  return `---\n${splitFile(text).head}---\n${body}`;
}
