/**
 * Text from outside may hold what opens a section, a comment or a code block. Such marks get a backslash, which
 * Markdown shows as the mark itself; `unescapeText` takes exactly these backslashes away again.
 */
const MARK = '#{1,6}(?=\\s|$)|`{3}|~{3}|(?:-{2,}|={2,})\\s*$';
const LINE_MARK = new RegExp(`^(\\s*\\\\*)(?=${MARK})`);
const ESCAPED_LINE_MARK = new RegExp(`^(\\s*)\\\\(?=\\\\*(?:${MARK}))`);

/** The text so written that it stays the text of its own section. Line ends become LF; outer blanks go. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/<(\\*)!--/g, '<\\$1!--')
    .split('\n')
    .map((line) => line.replace(LINE_MARK, '$1\\'))
    .join('\n');
}

/** The text as it was before `escapeText`. */
export function unescapeText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(ESCAPED_LINE_MARK, '$1'))
    .join('\n')
    .replace(/<\\(\\*)!--/g, '<$1!--');
}
