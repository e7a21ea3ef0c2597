import type { LedgerProject } from './project.ts';

/** 「项目 4 个；金额 0/4 行读到，单位 4/4，年份 4/4，建设内容 0/4。」 */
export function readWords(projects: readonly LedgerProject[]): string {
  const of = (has: (project: LedgerProject) => unknown): string =>
    `${projects.filter((project) => has(project) !== undefined).length}/${projects.length}`;
  const known = `金额 ${of(({ amount }) => amount)} 行读到，单位 ${of(({ unit }) => unit)}，年份 ${of(({ year }) => year)}，建设内容 ${of(({ description }) => description)}`;
  return `项目 ${projects.length} 个；${known}。`;
}
