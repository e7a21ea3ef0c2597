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
/** The pattern above takes time with the cube of the length; a longer line is nobody's heading. */
const MAX_HEADING = 200;
/** 「一、」「（二）」「3.」 before a heading's words. */
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+[）)、.．])\s*/;
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
  const sections: Section[] = [];
  let open: { title: string; line: number; from: number } = { title: '', line: firstLine, from: 0 };
  let inFence = false;
  const close = (to: number) => {
    const text = lines.slice(open.from, to).join('\n').trim();
    if (open.title !== '' || text !== '') sections.push({ title: open.title, line: open.line, text });
  };
  lines.forEach((line, index) => {
    if (FENCE.test(line)) inFence = !inFence;
    const heading = inFence || !line.startsWith('#') || line.length > MAX_HEADING ? null : HEADING.exec(line);
    if (!heading) return;
    close(index);
    open = { title: (heading[1] ?? '').replace(NUMBERING, ''), line: firstLine + index, from: index + 1 };
  });
  close(lines.length);
  return sections;
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
