import { type Finding, SEVERITY_LABEL, type Severity } from '../text/finding.ts';
import type { Reported } from './index.ts';

const COMMAND = { error: 'error', judgement: 'warning', warning: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * GitHub workflow commands, one a finding, so that it stands beside the line in the change. Everything that
 * comes from a file is escaped: it cannot start a command. Older debt is a notice, whatever its weight.
 */
export function githubReport({ findings, debt = [] }: Reported): string {
  const now = findings.map((one) => annotation(one, COMMAND[one.severity], SEVERITY_LABEL[one.severity]));
  return [...now, ...debt.map((one) => annotation(one, 'notice', '不影响受理'))].join('\n');
}

function annotation(finding: Finding, command: string, label: string): string {
  const { file, line, column, rule, message, fix } = finding;
  const properties = `file=${property(file)},line=${line},col=${column},title=${property(`${label} ${rule}`)}`;
  return `::${command} ${properties}::${data(`${message}\n修改：${fix}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
