import { readSections } from '../text/body.ts';

/** Ways in which plans number their chapters: 「一、」「第二章」「（三）」「4.」. A chapter ends where the next of its kind begins. */
const NUMBERINGS: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+(?:部分|章|节|条)/,
  /^[一二三四五六七八九十]+[、.．]/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d+[、.．](?!\d)/,
  /^#{1,6}\s/,
];
/** A longer line, or one with a full stop, is no heading. */
const LONGEST = 40;

/** The part of a whole plan under a heading of the form; undefined where the plan has no such heading, or nothing else. */
export function partOfPlan(plan: string, label: string): string | undefined {
  const { sections } = readSections(plan, 1);
  const found = sections.find(({ title }) => title === label);
  if (!found || sections.length === 1) return undefined;
  const heading = plan.split('\n')[found.line - 1]?.trim() ?? '';
  const numbering = NUMBERINGS.find((pattern) => pattern.test(heading));
  const rows = found.text.split('\n');
  const end = numbering ? rows.findIndex((row) => isHeading(row.trim(), numbering)) : -1;
  const part = (end < 0 ? rows : rows.slice(0, end)).join('\n').trim();
  return part === '' ? undefined : part;
}

function isHeading(row: string, numbering: RegExp): boolean {
  return row.length <= LONGEST && numbering.test(row) && !/[。；;]/.test(row);
}
