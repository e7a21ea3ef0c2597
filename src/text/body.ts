import { BODY_FIELDS } from '../form/fields.ts';
import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';
import { ENTRY_LABELS } from './labels.ts';

/** One `##` section of a body. */
export interface Section {
  /** The heading without numbering; '' for text above the first heading. */
  readonly title: string;
  readonly text: string;
  /** File line of the heading, from 1. */
  readonly line: number;
}

const HEADING = /^#{1,3}\s+(.+?)\s*#*$/;
/** The patterns here take time with a power of the length; a longer line is nobody's heading. */
const MAX_HEADING = 200;
/** A line that says nothing but a label, with a number before it and a colon behind, is no longer than this. */
const MAX_LABEL_LINE = 40;
/** 「一、」「（二）」「3.」 before a heading's words. */
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+[）)、.．])\s*/;
/** Before a label also 「1.1」「2.3.1」「第二部分」: what is left has to be the label, so nothing else is cut. */
const LABEL_NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]+(?:[.．]\d+)*[）)、.．]?|第[一二三四五六七八九十\d]+(?:部分|章|节|条|项)[、.．：:]?)\s*/;
/** What stands before a label in a line that was meant for its heading: hash signs of either width. */
const MARKS = /^[#＃]{1,6}\s*/;
const END_MARKS = /\s*#*$/;
const BOLD = /^(\*\*|__)(.+)\1$/;
const COLON = /\s*[:：]$/;
const LABELS: ReadonlySet<string> = new Set(BODY_FIELDS.map(({ label }) => label));
/** So many lines below a line of dashes are looked at for the labels of a second form. */
const LOOK_BELOW = 12;
const HEAD_LINE = /^([^\s:：]{1,20})\s*[:：]/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FENCE = /^\s*(?:```|~~~)/;

/** Cuts a body into its sections. Comments are dropped; a heading inside a code block is text. */
export function readSections(body: string, firstLine: number): { sections: Section[]; problems: Problem[] } {
  const text = body.includes('<!--') ? body.replace(COMMENT, keepLineBreaks) : body;
  const lines = text.split('\n');
  const sections = collect(lines, firstLine);
  return { sections, problems: [...findSecondForm(lines, firstLine), ...findRepeated(sections)] };
}

function keepLineBreaks(comment: string): string {
  return comment.replace(/[^\n]/g, '');
}

function collect(lines: readonly string[], firstLine: number): Section[] {
  const titles = titlesOf(lines);
  const sections: Section[] = [];
  let open: { title: string; line: number; from: number } = { title: '', line: firstLine, from: 0 };
  const close = (to: number) => {
    const text = lines.slice(open.from, to).join('\n').trim();
    if (open.title !== '' || text !== '') sections.push({ title: open.title, line: open.line, text });
  };
  for (const [index, title] of titles) {
    close(index);
    open = { title, line: firstLine + index, from: index + 1 };
  }
  close(lines.length);
  return sections;
}

/**
 * The titles by the numbers of their lines. A heading is what Markdown takes for one. A label of the form that
 * stands by itself is one too, as people write it: 「##建设内容」「＃＃ 建设内容」「**建设内容**」; and a bare line
 * 「二、建设内容：」, but only where nothing else of the text has that title.
 */
function titlesOf(lines: readonly string[]): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  const bare: (readonly [index: number, label: string])[] = [];
  let inFence = false;
  lines.forEach((line, index) => {
    if (FENCE.test(line)) inFence = !inFence;
    if (inFence || line.length > MAX_HEADING) return;
    const heading = line.startsWith('#') ? HEADING.exec(line) : null;
    const label = line.length > MAX_LABEL_LINE ? undefined : labelOf(line);
    if (heading) titles.set(index, label ?? (heading[1] ?? '').replace(NUMBERING, ''));
    else if (label !== undefined && /^\s*[#＃*_]/.test(line)) titles.set(index, label);
    else if (label !== undefined) bare.push([index, label]);
  });
  return bare.length === 0 ? titles : withBare(titles, bare);
}

function withBare(
  titles: ReadonlyMap<number, string>,
  bare: readonly (readonly [index: number, label: string])[],
): ReadonlyMap<number, string> {
  const taken = new Set(titles.values());
  const added = bare.filter(([, label]) => {
    if (taken.has(label)) return false;
    taken.add(label);
    return true;
  });
  return new Map([...titles, ...added].sort(([a], [b]) => a - b));
}

/** The label of the form that a line says and nothing else. */
function labelOf(line: string): string | undefined {
  const plain = [MARKS, END_MARKS, BOLD, LABEL_NUMBERING, COLON, BOLD, COLON].reduce(
    (text, pattern) => text.replace(pattern, pattern === BOLD ? '$2' : ''),
    line.trim(),
  );
  return LABELS.has(plain) ? plain : undefined;
}

/**
 * Two forms in one file, as they come when two filings are pasted one after the other: the second would be nothing but
 * text of the first. A rule of dashes alone is Markdown.
 */
function findSecondForm(lines: readonly string[], firstLine: number): Problem[] {
  const at = lines.findIndex((line, index) => {
    if (!/^---\s*$/.test(line)) return false;
    const below = lines.slice(index + 1, index + 1 + LOOK_BELOW).map((one) => HEAD_LINE.exec(one)?.[1]);
    return new Set(below.filter((label) => label !== undefined && ENTRY_LABELS.has(label))).size > 1;
  });
  return at < 0 ? [] : [problemAt('parse-second-form', { line: firstLine + at, column: 1 })];
}

function findRepeated(sections: readonly Section[]): Problem[] {
  const seen = new Map<string, Section>();
  const problems: Problem[] = [];
  for (const section of sections) {
    const earlier = seen.get(section.title);
    if (earlier && section.title !== '') {
      const message = `「${section.title}」写了两段：第 ${earlier.line} 行已经有这个标题，合成一段。`;
      problems.push(problemAt('parse-duplicate-section', { line: section.line, column: 1 }, message));
    } else seen.set(section.title, section);
  }
  return problems;
}
