import { type Finding, printable, SEVERITY_LABEL } from '../text/finding.ts';
import { changeLines, debtSection } from './change-lines.ts';
import type { Reported } from './index.ts';
import { cardLines, similarCards } from './similar-cards.ts';
import { summarise, summarySentence } from './summary.ts';

/** The lines of a file by its path, to quote from; undefined when it has none. */
export type LinesOf = (file: string) => readonly string[] | undefined;

/** The report for a terminal: by file, each finding with its line, a caret and the repair. */
export function prettyReport(result: Reported, linesOf: LinesOf): string {
  const parts: string[] = [];
  let file: string | undefined;
  for (const finding of result.findings) {
    if (finding.file !== file) {
      file = finding.file;
      parts.push(`\n${harmless(file)}`);
    }
    parts.push(describe(finding, linesOf(finding.file)));
  }
  const debt = debtSection(result);
  if (debt) parts.push(`\n${debt.title}`, ...debt.lines.map((line) => `  ${harmless(line)}`));
  parts.push(...cards(result));
  parts.push('', ...changeLines(result).map(harmless), summarySentence(result.checked, summarise(result)));
  return parts.join('\n').trimStart();
}

/** The evidence on the filings that have something like them; that others have nothing is no news in a terminal. */
function cards(result: Reported): readonly string[] {
  return similarCards(result)
    .filter(({ similar, failure }) => similar.length > 0 || failure !== undefined)
    .flatMap((card) => {
      const { title, facts, similar } = cardLines(card);
      const found = similar.flatMap((one) => [
        `  · ${one.title}`,
        ...one.lines.map((line) => `      ${line}`),
      ]);
      return [`\n查重：${title}`, ...facts.map((line) => `  ${line}`), ...found].map(harmlessLines);
    });
}

/** Line by line, so that a line feed of ours stays. */
function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

function describe(finding: Finding, lines: readonly string[] | undefined): string {
  const { severity, line, column, message, fix, rule } = finding;
  const quoted = excerpt(lines?.[line - 1], column);
  return [
    `  ${line}:${column}  ${SEVERITY_LABEL[severity]}  ${message}  [${rule}]`,
    ...(quoted ? [`      │ ${harmless(quoted.text)}`, `      │ ${caret(quoted.text, quoted.column)}`] : []),
    ...fix.split('\n').map((text, index) => (index === 0 ? `      修改：${text}` : `            ${text}`)),
  ].join('\n');
}

/** So much of a line is quoted, around the place that is meant. */
const MAX_QUOTED = 160;

function excerpt(line: string | undefined, column: number): { text: string; column: number } | undefined {
  if (line === undefined || line.length <= MAX_QUOTED)
    return line === undefined ? undefined : { text: line, column };
  const from = Math.max(0, Math.min(column - 1 - MAX_QUOTED / 2, line.length - MAX_QUOTED));
  const [before, after] = [from > 0 ? '…' : '', from + MAX_QUOTED < line.length ? '…' : ''];
  const text = before + line.slice(from, from + MAX_QUOTED) + after;
  return { text, column: column - from + before.length };
}

/** A caret under the column; full-width characters take two cells, so they get full-width spaces. */
function caret(quoted: string, column: number): string {
  const before = quoted.slice(0, column - 1);
  return `${before.replace(/[^\t]/g, (character) => (isWide(character) ? '\u3000' : ' '))}^`;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/.test(
    character,
  );
}

/** One line of a terminal out of text of strangers; as many cells as it had. */
export function harmless(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}
