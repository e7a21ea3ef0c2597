import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';
import { ENTRY_LABELS, PART_LABELS } from './labels.ts';

/** A line of the head: its indentation (with list marks), the word before the colon, the rest. */
const KEY_LINE = /^([ \t]*(?:-[ \t]+)*)([^\s:：#"'-][^:：]{0,15}?)[ \t]*([:：])(.*)$/;
/** `? key`: legal YAML that no form-filler means. */
const EXPLICIT_KEY = /^[ -]*\?(?: |$)/;
/** What begins or ends a document of its own; what stands behind it would be read by nobody. */
export const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:[ \t].*)?$/;
const BLOCK_SCALAR = /:\s*[|>][+-]?\d?\s*(?:#.*)?$/;

/**
 * Mends line by line what a form-filler's keyboard does: full-width colons, a missing space after a colon,
 * tabs as indentation. Every repair is reported; line numbers stay as they are, so that all else can be read
 * and reported in the same go.
 */
export function repairLines(
  head: string,
  firstLine: number,
  parts: ReadonlySet<string> = PART_LABELS,
): { head: string; problems: Problem[] } {
  const problems: Problem[] = [];
  let blockIndent = -1;
  const lines = head.split('\n').map((line, index) => {
    const indent = line.length - line.trimStart().length;
    if (blockIndent >= 0 && (line.trim() === '' || indent > blockIndent)) return line;
    blockIndent = BLOCK_SCALAR.test(line) ? indent : -1;
    return repairLine(line, firstLine + index, parts, problems);
  });
  return { head: lines.join('\n'), problems };
}

function repairLine(line: string, number: number, parts: ReadonlySet<string>, problems: Problem[]): string {
  if (EXPLICIT_KEY.test(line)) {
    problems.push(problemAt('parse-syntax', { line: number, column: line.indexOf('?') + 1 }));
    return '';
  }
  if (DOCUMENT_MARK.test(line)) {
    const message = `分隔行：表格中间不写「${line.slice(0, 3)}」，后面的内容会没有人读到。`;
    problems.push(problemAt('parse-syntax', { line: number, column: 1 }, message, '删去这一行。'));
    return '';
  }
  const untabbed = repairTabs(line, number, problems);
  const match = KEY_LINE.exec(untabbed);
  if (!match) return untabbed;
  const [, lead = '', label = '', colon = '', rest = ''] = match;
  const sound = colon === ':' && (rest === '' || /^\s/.test(rest));
  const known = lead === '' ? ENTRY_LABELS : parts;
  if (sound || !known.has(label)) return untabbed;
  const repaired = `${lead}${label}: ${rest.trim()}`.trimEnd();
  const mark = colon === '：' ? '后面用了全角冒号' : '冒号后面少了空格';
  problems.push(
    problemAt(
      'parse-fullwidth-colon',
      { line: number, column: lead.length + label.length + 1 },
      `${label}：${mark}，这一行读不出来。改成半角冒号加一个空格。`,
      `改成「${repaired.trim()}」`,
    ),
  );
  return repaired;
}

function repairTabs(line: string, number: number, problems: Problem[]): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (!indent.includes('\t') || line.trim() === '') return line;
  problems.push(problemAt('parse-tab', { line: number, column: indent.indexOf('\t') + 1 }));
  return indent.replaceAll('\t', '  ') + line.slice(indent.length);
}
