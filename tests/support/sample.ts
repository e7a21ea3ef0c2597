import { type CheckResult, check } from '../../src/check.ts';

const TEXT = new TextEncoder();

/** Minimal head of a filing, for tests; later lines are given by the test. */
export const SAMPLE_HEAD: readonly string[] = [
  '表式: 备案表',
  '填报日期: 2024-03-05',
  '项目名称: 停车诱导系统',
  '牵头主体:',
  '  类型: 街道办事处',
  '  名称: 甲街道办事处',
  '建设阶段: 已建成',
  '项目类别:',
  '  - 便民服务类',
  '  - 社会治理类',
];

/** A small registry for tests: the unit `jia`, and these files below the registry folder. */
export function sampleRegistry(files: Readonly<Record<string, readonly string[]>>): CheckResult {
  const units = ['jia:', '  名称: 甲街道办事处', '  类型: 街道办事处'];
  const all = { 'units.yaml': units, ...files };
  const sources = Object.entries(all).map(([file, lines]) => ({
    file,
    bytes: TEXT.encode(`${lines.join('\n')}\n`),
  }));
  return check(sources, { today: '2026-03-05' });
}

/** Lines of a file with this head and body. */
export function sampleFile(head: readonly string[], body: readonly string[] = []): string[] {
  return ['---', ...head, '---', ...body];
}
