/**
 * How the bot knows its own words again: by the account that wrote them and by a line that pages do not show. Anybody
 * can copy the line, so it never counts without the account.
 */
const MARK = (topic: string): string => `<!-- registry:${topic} -->`;

/** GitHub refuses longer comments; the others take more. */
const LONGEST = 65_000;
const CUT = '\n\n……（太长，没有写全；执行 check 看全部。）';

/** The comment as it is kept: marked, and short enough. */
export function marked(topic: string, text: string): string {
  const whole = `${MARK(topic)}\n${text.trimEnd()}`;
  // Not in the middle of a character, and not inside a table or a block: at the end of a line.
  if (whole.length <= LONGEST) return whole;
  const kept = whole.slice(0, LONGEST - CUT.length);
  return kept.slice(0, Math.max(kept.lastIndexOf('\n'), MARK(topic).length)) + CUT;
}

/** Whether a kept text is the one of a topic. */
export function isMarked(topic: string, text: string | null | undefined): boolean {
  return text?.startsWith(MARK(topic)) ?? false;
}

/** Whether two kept texts say the same: forges turn line ends round and cut blanks at the end. */
export function saysSame(a: string | null | undefined, b: string): boolean {
  return plain(a ?? '') === plain(b);
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();

/** A title on one line, without what a page or a terminal would take for more than words. */
export function plainTitle(text: string, max = 100): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('@', '＠')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, max).join('');
}
