import type { CheckResult } from '../check.ts';
import type { ChangeResult } from '../gate/judge-change.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { type LinesOf, prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';

/** What a report is made from. A judged change adds what it says in words, and notes to the reader;
 * `similar` is what the compared filings are like. */
export type Reported = Pick<CheckResult, 'checked' | 'findings'> &
  Partial<Pick<ChangeResult, 'debt' | 'changes' | 'notes' | 'similar'>>;

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
  const under = <One extends { readonly file: string }>(ones: readonly One[]): One[] =>
    ones.map((one) => ({ ...one, file: `${folder}/${one.file}` }));
  const { findings, debt, changes, similar } = result;
  return {
    ...result,
    findings: under(findings),
    ...(debt ? { debt: under(debt) } : {}),
    ...(changes ? { changes: under(changes) } : {}),
    ...(similar ? { similar: under(similar) } : {}),
  };
}
