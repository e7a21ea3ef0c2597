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
  /** A known place (1-based), for faults found in the text itself; otherwise the path is looked up. */
  readonly at?: Position;
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
