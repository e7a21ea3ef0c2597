import { BODY_FIELDS } from '../form/fields.ts';
import type { Finding } from '../text/finding.ts';

/** Found in the text of the file, by line and character. */
const BY_LINE = /^([^：]+)：第 \d+ 行(?:第 \d+ 个字)?(?:起，)?/;
const TOO_LONG = 'parse-too-large';

/**
 * A finding that speaks of a line of the file, in the form's own words: nobody sees lines there, but the field in which
 * the line stands. `text` is the file.
 */
export function placeInForm(finding: Finding, text: string): Finding {
  if (finding.field !== '') return finding;
  if (finding.rule === TOO_LONG) {
    const label = longestField(text);
    return { ...finding, field: label, message: `${label}：太长，${finding.message}` };
  }
  if (!BY_LINE.test(finding.message)) return finding;
  const label = labelAt(text, finding.line);
  if (label === undefined) return finding;
  return { ...finding, field: label, message: finding.message.replace(BY_LINE, `${label}：$1，`) };
}

/** The field in which a line (counted from 1) stands. */
function labelAt(text: string, line: number): string | undefined {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  const inHead = line <= end + 1;
  const pattern = inHead ? /^([^\s#:"'-][^:]*):/ : /^## (.+)$/;
  for (let at = line - 1; at >= (inHead ? 0 : end); at--) {
    const found = pattern.exec(lines[at] ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function longestField(text: string): string {
  const parts = text.split(/^## /m).slice(1);
  const longest = parts.sort((a, b) => b.length - a.length)[0]?.split('\n')[0];
  return longest ?? BODY_FIELDS[0]?.label ?? '';
}
