import { clauseTitle } from '../regulation/index.ts';
import {
  CHANGE_ARTICLE,
  CHANGE_RULES,
  type ChangeDoc,
  type ChangeRule,
} from '../rules/support/change-rules.ts';
import type { Finding } from '../text/finding.ts';

/** A finding about a change; where the change leaves no line to point at, it stands at the file's beginning. */
export function changeFinding(
  rule: ChangeRule,
  file: string,
  said: string,
  more: {
    readonly line?: number;
    readonly column?: number;
    readonly field?: string;
    readonly fix?: string;
  } = {},
): Finding {
  const doc: ChangeDoc = CHANGE_RULES[rule];
  const article =
    doc.clauses.length > 0 ? doc.clauses.map((id) => clauseTitle(id)).join('、') : CHANGE_ARTICLE;
  const { line = 1, column = 1, field = '', fix = doc.fix } = more;
  return {
    rule,
    severity: doc.severity,
    file,
    line,
    column,
    field,
    message: `${said}（${article}）`,
    article,
    fix,
  };
}
