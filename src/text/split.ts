import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';
import { ENTRY_LABELS } from './labels.ts';

/** A file cut into its head (between the two `---`) and its body; line numbers count from 1. */
export interface SplitFile {
  readonly head: string;
  /** File line on which the head's first line stands. */
  readonly headLine: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const FENCE = '---';
/** What Word makes of three hyphens: dashes, full-width hyphens. */
const FENCE_LOOKALIKE = /^[-–—－﹣]{2,6}\s*$/;
const HEADING = /^#{1,6}\s/;

/** Cuts a text into head and body; a missing fence is reported and the cut made where it was meant. */
export function splitFile(text: string): SplitFile {
  if (text.startsWith('---\n')) {
    const end = text.indexOf('\n---\n', 3);
    if (end >= 0) return cut(text, end);
  }
  return splitCarefully(text.split('\n'));
}

/** The fast path: both fences stand where they should. */
function cut(text: string, end: number): SplitFile {
  const head = text.slice(4, end + 1);
  const lines = countLines(head);
  const [body, bodyLine] = [text.slice(end + 5), lines + 3];
  return { head, headLine: 2, body, bodyLine, problems: secondHead(body, bodyLine) };
}

/** A label of the form right at the start of a body, and a fence behind it before any heading: nobody reads it as a head. */
const SECOND_HEAD = /^\s*["']?([^\s:："']{2,16})["']?\s*[:：]/;
const ITS_END = /^(?:---|\.\.\.|#{1,6} )/m;

function secondHead(body: string, bodyLine: number): readonly Problem[] {
  const label = SECOND_HEAD.exec(body)?.[1];
  if (label === undefined || !ENTRY_LABELS.has(label)) return [];
  const end = ITS_END.exec(body)?.[0];
  if (end === undefined || end.startsWith('#')) return [];
  const message = `分隔行：第 ${bodyLine - 1} 行的「---」之后又写了表格内容，不作为表格读。`;
  const fix = '表格内容都写在开头两行「---」之间，中间不写「---」。';
  return [problemAt('parse-syntax', { line: bodyLine - 1, column: 1 }, message, fix)];
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function splitCarefully(lines: readonly string[]): SplitFile {
  const problems: Problem[] = [];
  const first = Math.max(
    lines.findIndex((line) => line.trim() !== ''),
    0,
  );
  const opened = isFence(lines[first]);
  if (!opened || lines[first]?.trimEnd() !== FENCE) {
    problems.push(problemAt('parse-no-head', { line: first + 1, column: 1 }));
  }
  const from = opened ? first + 1 : first;
  const end = lines.findIndex((line, index) => index >= from && (isFence(line) || HEADING.test(line)));
  const closed = end >= 0 && isFence(lines[end]);
  if (!closed || lines[end]?.trimEnd() !== FENCE) {
    const line = end >= 0 ? end + 1 : Math.max(lines.length, 1);
    problems.push(problemAt('parse-unclosed-head', { line, column: 1 }));
  }
  const to = end < 0 ? lines.length : end;
  const bodyFrom = closed ? to + 1 : to;
  return {
    head: `${lines.slice(from, to).join('\n')}\n`,
    headLine: from + 1,
    body: lines.slice(bodyFrom).join('\n'),
    bodyLine: bodyFrom + 1,
    problems,
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && FENCE_LOOKALIKE.test(line);
}
