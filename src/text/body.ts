import { BODY_FIELDS } from '../form/fields.ts';
import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';

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
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FENCE = /^\s*(?:```|~~~)/;

/** Cuts a body into its sections. Comments are dropped; a heading inside a code block is text. */
export function readSections(body: string, firstLine: number): { sections: Section[]; problems: Problem[] } {
  const text = body.includes('<!--') ? body.replace(COMMENT, keepLineBreaks) : body;
  const sections = collect(text.split('\n'), firstLine);
  return { sections, problems: findRepeated(sections) };
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
