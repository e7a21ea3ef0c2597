import type { CheckResult } from '../check.ts';
import { summarise } from './summary.ts';

/** The report as JSON: { checked, findings, summary }. */
export function jsonReport(result: Pick<CheckResult, 'checked' | 'findings'>): string {
  const { checked, findings } = result;
  return JSON.stringify({ checked, findings, summary: summarise(result) }, null, 2);
}
