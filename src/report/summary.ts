import type { CheckResult } from '../check.ts';
import type { Severity } from '../text/finding.ts';

/** Counts of a report. */
export interface Summary extends Readonly<Record<Severity, number>> {
  /** True when nothing blocks. */
  readonly ok: boolean;
}

/** How many findings of each weight there are. */
export function summarise({ findings }: Pick<CheckResult, 'findings'>): Summary {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const error = count('error');
  return { ok: error === 0, error, judgement: count('judgement'), warning: count('warning') };
}

/** One sentence that says how it went. */
export function summarySentence(checked: number, { error, judgement, warning }: Summary): string {
  if (error + judgement + warning === 0) return `核对了 ${checked} 份文件，没有发现问题。`;
  return `核对了 ${checked} 份文件：必改 ${error} 处，请判断 ${judgement} 处，提醒 ${warning} 处。`;
}
