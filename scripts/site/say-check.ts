import type { CheckResult } from '../../src/check.ts';
import { say, warn } from '../../src/io/say.ts';
import { summarise, summarySentence } from '../../src/report/summary.ts';

/** Findings listed before the rest is only counted. */
const SHOWN = 20;

/** Says how the check went. What blocks is listed, and the site is built all the same. */
export function sayCheck(registry: CheckResult): void {
  const summary = summarise(registry);
  say(summarySentence(registry.checked, summary));
  if (summary.ok) return;
  warn('有必改的问题。网站照常生成，有问题的项目只显示能读出来的部分：');
  const errors = registry.findings.filter(({ severity }) => severity === 'error');
  for (const { file, line, message } of errors.slice(0, SHOWN)) warn(`  ${file}:${line}  ${message}`);
  if (errors.length > SHOWN) warn(`  还有 ${errors.length - SHOWN} 处。`);
  warn('逐条的改法：npm run -s registry -- check');
}
