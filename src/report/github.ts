import type { CheckResult } from '../check.ts';
import { type Finding, SEVERITY_LABEL, type Severity } from '../text/finding.ts';

const COMMAND = { error: 'error', judgement: 'warning', warning: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * GitHub workflow commands, one a finding, so that it stands beside the line in the change. Everything that
 * comes from a file is escaped: it cannot start a command.
 */
export function githubReport({ findings }: Pick<CheckResult, 'findings'>): string {
  return findings.map(annotation).join('\n');
}

function annotation({ severity, file, line, column, rule, message, fix }: Finding): string {
  const properties = `file=${property(file)},line=${line},col=${column},title=${property(`${SEVERITY_LABEL[severity]} ${rule}`)}`;
  return `::${COMMAND[severity]} ${properties}::${data(`${message}\n修改：${fix}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
