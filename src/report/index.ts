import type { CheckResult } from '../check.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { type LinesOf, prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';

/** What a report is made from. */
export type Reported = Pick<CheckResult, 'checked' | 'findings'>;

/** Every format of `check`, by the word behind --format. */
export const REPORTS = {
  pretty: prettyReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  markdown: markdownReport,
} as const satisfies Record<string, (result: Reported, linesOf: LinesOf) => string>;

export type Format = keyof typeof REPORTS;

/** The same report with every path as seen from where the reader stands. */
export function underFolder(result: Reported, folder: string): Reported {
  if (folder === '') return result;
  return { ...result, findings: result.findings.map((one) => ({ ...one, file: `${folder}/${one.file}` })) };
}
