import type { Reported } from './index.ts';
import { summarise } from './summary.ts';

/** The report as JSON: { checked, findings, summary }; for a change also { debt, changes, notes }. */
export function jsonReport(result: Reported): string {
  const { checked, findings, debt, changes, notes } = result;
  return JSON.stringify({ checked, findings, debt, changes, notes, summary: summarise(result) }, null, 2);
}
