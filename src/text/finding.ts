/** How much a finding weighs. `error` 必改 blocks; `judgement` 请判断 is for the office; `warning` 提醒 is advice. */
export type Severity = 'error' | 'judgement' | 'warning';

/** The word that clerks see for each severity. */
export const SEVERITY_LABEL = {
  error: '必改',
  judgement: '请判断',
  warning: '提醒',
} as const satisfies Record<Severity, string>;

/** A way into the frontmatter in the file's own words (项目 keys and list indexes), or into the body by heading. */
export type Path = readonly (string | number)[];

/** What a rule returns: everything about a fault but its place in the file. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: Path;
  /** What is wrong and what to do, beginning with the form's label, citing the clause. */
  readonly message: string;
  /** One concrete repair, where possible the corrected line itself. */
  readonly fix: string;
  /** The clause, as people quote it: 第六条第2项, 附件1. */
  readonly article: string;
  /** The day from which this is asked, YYYY-MM-DD, where the regulation has not always asked for it. */
  readonly since?: string | undefined;
  /** A known place (1-based), for faults found in the text itself; otherwise the path is looked up. */
  readonly at?: Position | undefined;
}

/** A place in a file; line and column count from 1, columns in UTF-16 code units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One finding as every report shows it (the shape of `check --format json`). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: string;
  readonly article: string;
  readonly fix: string;
  /** Only on older debt: the day from which this is asked, which is later than the filing. */
  readonly since?: string;
}

const START: Position = { line: 1, column: 1 };

/**
 * A problem with its place: its own, that of its path, or the beginning of a file that is not read. It is older debt,
 * which never blocks, when what it is about was filed (`filedOn`, YYYY-MM-DD) before the day from which it is asked;
 * without such a day it counts as new. A filing that is edited and keeps its 填报日期 keeps its debt as debt: nobody is
 * kept from mending one line of an old form.
 */
export function findingOf(
  file: string,
  { rule, severity, path, message, article, fix, since, at }: Problem,
  locate: (path: Path) => Position = () => START,
  filedOn?: string,
): Finding {
  const { line, column } = at ?? locate(path);
  const older = since !== undefined && filedOn !== undefined && filedOn < since ? { since } : {};
  const said = { message: printableLine(message), article, fix: printable(fix) };
  return { rule, severity, file, line, column, field: fieldName(path), ...said, ...older };
}

/** So many of a kind are listed for one file: more of the same helps nobody. */
const MOST_OF_A_KIND = 50;

/** Makes something of the first hits; the last says how many more there are. Those are counted and not looked at. */
export function atMost<Hit, Made extends { readonly message: string }>(
  hits: Iterable<Hit>,
  make: (hit: Hit) => Made,
): Made[] {
  const made: Made[] = [];
  let all = 0;
  for (const hit of hits) {
    all++;
    if (made.length < MOST_OF_A_KIND) made.push(make(hit));
  }
  const last = made.pop();
  if (last === undefined) return [];
  const rest =
    all <= MOST_OF_A_KIND
      ? ''
      : `这一类共 ${all.toLocaleString('en')} 处，列出前 ${MOST_OF_A_KIND} 处，改好这些再核对一次。`;
  return [...made, { ...last, message: `${last.message}${rest}` }];
}

/** Findings in the order of a report, at most so many of one rule and weight for one file. */
export function listFindings(findings: readonly Finding[]): Finding[] {
  const kinds = Map.groupBy(findings.toSorted(compareFindings), ({ file, rule, severity }) =>
    [file, rule, severity].join('\0'),
  );
  return [...kinds.values()].flatMap((kind) => atMost(kind, (one) => one)).sort(compareFindings);
}

/** What steers a terminal or a log, or turns the reading order; a tab and a line feed are let stand. */
export const STEERING = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text of strangers for a terminal or a log: nothing in it steers them. Line feeds stay; one character for one. */
export function printable(text: string): string {
  return text.replace(STEERING, '\u25a1');
}

/** The same in one line, so that no line of a log begins with the words of a stranger. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\r\n\u2028\u2029]+[ \t]*/g, ' '));
}

/** The dotted name of a path as people read it: 资金来源[2].金额 (list items count from 1). */
export function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step + 1}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

/** Order of a report: by file, then line, column and rule. Compares code units, so it is the same everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Locale-free comparison of two strings. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
