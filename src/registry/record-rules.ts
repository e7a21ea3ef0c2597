import { LOG_LABEL } from '../records/log.ts';
import type { ClauseId } from '../regulation/index.ts';
import { problem, type RuleId } from '../rules/catalogue.ts';
import type { Problem } from '../text/finding.ts';

export type RecordRule = Extract<RuleId, `record-${string}`>;

/** A fault of the event at `index`, or of the whole log; `step` names the key. */
export function recordProblem(
  rule: RecordRule,
  { index, step }: { readonly index?: number; readonly step?: string },
  said: string,
  more: { readonly fix?: string; readonly clause?: ClauseId } = {},
): Problem {
  const path = [LOG_LABEL, index, step].filter((part) => part !== undefined);
  return problem(rule, path, said, more);
}
