import type { CheckResult } from '../check.ts';
import type { Severity } from '../text/finding.ts';

/** What is counted. */
type Counted = Pick<CheckResult, 'findings'> & Partial<Pick<CheckResult, 'debt'>>;

/** Counts of a report. */
export interface Summary extends Readonly<Record<Severity, number>> {
  /** True when nothing blocks. */
  readonly ok: boolean;
  /** How much older debt there is; it never blocks. */
  readonly debt: number;
}

/** How many findings of each weight there are. */
export function summarise({ findings, debt = [] }: Counted): Summary {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const error = count('error');
  return {
    ok: error === 0,
    error,
    judgement: count('judgement'),
    warning: count('warning'),
    debt: debt.length,
  };
}

/** One sentence that says how it went. */
export function summarySentence(checked: number, { error, judgement, warning, debt }: Summary): string {
  const older = debt === 0 ? '' : `另有 ${debt} 处原有的或按新要求还缺的，不影响受理。`;
  const none = error + judgement + warning === 0;
  if (none && checked === 0) return `没有核对任何文件。${older}`;
  if (none) return `核对了 ${checked} 份文件，没有发现问题。${older}`;
  return `核对了 ${checked} 份文件：必改 ${error} 处，请判断 ${judgement} 处，提醒 ${warning} 处。${older}`;
}
