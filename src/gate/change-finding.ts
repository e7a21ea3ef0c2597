import { problem, type RuleId } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../text/finding.ts';

/** A finding about a change; where the change leaves no line to point at, it stands at the file's beginning. */
export function changeFinding(
  rule: Extract<RuleId, `change-${string}`>,
  file: string,
  said: string,
  place: Partial<Pick<Finding, 'line' | 'column' | 'field'>> = {},
): Finding {
  return { ...findingOf(file, problem(rule, [], said)), ...place };
}
