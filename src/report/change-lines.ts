import type { Reported } from './index.ts';

/** What a judged change says besides its findings: what changed in words, older debt, notes. Empty for a plain check. */
export function changeLines({ changes = [], debt = [], notes = [] }: Reported): readonly string[] {
  const words = changes.flatMap(({ file, fields }) => fields.map((field) => `${file}：${field.words}`));
  const blocking = debt.filter(({ severity }) => severity === 'error').length;
  const older =
    debt.length > 0
      ? [`没有改动的文件里还有 ${debt.length} 处旧问题（必改 ${blocking} 处），不影响这次提交。`]
      : [];
  return [...words, ...older, ...notes];
}
