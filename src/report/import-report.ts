import type { LedgerFinding } from '../ledger/finding.ts';
import { printableLine, SEVERITY_LABEL } from '../text/finding.ts';

/** What is told about an import. */
interface Imported {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly read: Readonly<Record<string, number>>;
  readonly findings: readonly LedgerFinding[];
}

/** The report for people: findings by place, then how much was read, then the counts. */
export function importText({ added, updated, unchanged, read, findings }: Imported, dryRun: boolean): string {
  const lines = findings.flatMap((finding) => [
    printableLine(`${SEVERITY_LABEL[finding.severity]} ${place(finding)}：${finding.message}`),
    printableLine(`    ${finding.fix}`),
  ]);
  const { 项目: projects = 0, ...parts } = read;
  const told = Object.entries(parts).map(([label, count]) => `${label} ${count}/${projects} 行读到`);
  const bad = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `新增 ${added}，更新 ${updated}，未变 ${unchanged}`;
  const problems = bad === 0 ? '' : `，另有 ${bad} 处必改，所在的行没有导入`;
  return [
    ...lines,
    `${told.join('，')}。`,
    `${dryRun ? '试运行，没有写文件：' : ''}${counts}${problems}。`,
  ].join('\n');
}

interface Stocked extends Imported {
  readonly units: readonly { readonly unit: string; readonly projects: number }[];
}

/** The same of a stock-taking, with what each unit has to complete now. */
export function stockText(report: Stocked, dryRun: boolean): string {
  const units = report.units.map(({ unit, projects }) => `  ${unit}：${projects} 个`);
  const chase = units.length === 0 ? [] : ['写好的都标着「待补全」，由单位补全以后才算备案：', ...units];
  return [importText(report, dryRun), ...chase].join('\n');
}

/** The same for programs. */
export function stockJson({ added, updated, unchanged, read, units, findings }: Stocked): string {
  return JSON.stringify({ added, updated, unchanged, read, units, findings }, null, 2);
}

function place({ sheet, row, cell, column }: LedgerFinding): string {
  const parts = [`「${sheet}」第 ${row} 行`, cell, column === '' ? '' : `「${column}」`];
  return parts.filter((part) => part !== '').join(' ');
}

/** The report for programs. */
export function importJson({ added, updated, unchanged, read, findings }: Imported): string {
  return JSON.stringify({ added, updated, unchanged, read, findings }, null, 2);
}
