import { DICTIONARY } from '../form/fields.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import { planOf } from '../registry/received.ts';
import { labelOf } from '../rules/support/define-rule.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import { semanticDiff } from './semantic-diff.ts';

/** What was reviewed and argued, and may not change in silence afterwards. */
const KEY_TERMS = DICTIONARY.filter(({ keyTerm }) => keyTerm).map(({ key }) => key);

/**
 * An approved filing whose key terms change: a reason must be added, and a larger change is the office's to judge.
 * `limit` is the office's figure in percent of 总投资; undefined while it has set none.
 */
export function judgeKeyTerms(before: ReadEntry, after: ReadEntry, limit: number | undefined): Finding[] {
  const samePlan = planOf(before.entry.filing) === planOf(after.entry.filing);
  const changed = semanticDiff(before.entry.filing, after.entry.filing).filter(
    ({ key }) => KEY_TERMS.includes(key) && !(key === 'attachments' && samePlan),
  );
  const [first] = changed;
  if (!first) return [];
  const { file } = after.entry;
  const place = { ...after.parsed.locate([first.label]), field: first.label };
  const words = changed.map((change) => change.words).join('；');
  const findings: Finding[] = [];
  if ((after.entry.filing.amendments?.length ?? 0) <= (before.entry.filing.amendments?.length ?? 0)) {
    const said = `${labelOf('amendments')}：已经审核论证通过的项目改了重要内容（${words}），没有写理由`;
    findings.push(changeFinding('change-needs-reason', file, said, place));
  }
  if (limit === undefined || growth(before, after) > limit) {
    const how = limit === undefined ? '办公室没有约定比例，逐件判断' : `超过了办公室约定的 ${limit}%`;
    findings.push(changeFinding('change-reopens-review', file, `${words}；${how}`, place));
  }
  return findings;
}

/** By how many percent 总投资 differs. */
function growth(before: ReadEntry, after: ReadEntry): number {
  const [old, now] = [before.entry.filing.budget, after.entry.filing.budget];
  if (old === undefined || now === undefined || old === 0) return old === now ? 0 : Number.POSITIVE_INFINITY;
  return (Math.abs(now - old) / old) * 100;
}
