import type { ChangeFacts } from '../gate/change-facts.ts';
import type { Decision } from '../gate/decision.ts';
import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import { visible } from '../text/inert.ts';

/** A screen of them; a clerk mends these first and pushes again. */
const MOST = 20;

/**
 * What a clerk who pushed reads in the terminal: how it went, what to mend and how, what to answer, what comes next.
 * Plain lines; nothing of the file can steer the terminal. Pure.
 */
export function pushAnswer(decision: Decision, facts: ChangeFacts): readonly string[] {
  const of = (severity: Finding['severity']): readonly Finding[] =>
    facts.findings.filter((one) => one.severity === severity);
  return [
    `【${decision.verdict}】${decision.status.description.replace(/^[^：]*：/, '')}`,
    ...section(of('error'), true),
    ...section(of('judgement'), false),
    ...owed(facts),
    `下一步（${decision.nextStep.who}）：${decision.nextStep.what}。`,
  ].map((line) => visible(line).replaceAll('\n', ' '));
}

function section(findings: readonly Finding[], isWhole: boolean): readonly string[] {
  const shown = findings.slice(0, MOST);
  const left = findings.length - shown.length;
  return [
    ...shown.flatMap(({ severity, file, line, message, fix, article }) => [
      `${SEVERITY_LABEL[severity]}　${file} 第 ${line} 行`,
      `　　${message}`,
      ...(isWhole ? [`　　修改：${fix}（${article}）`] : []),
    ]),
    ...(left > 0 ? [`　　另有 ${left} 处，执行 npm run -s registry -- check 看全部。`] : []),
  ];
}

function owed({ filings }: ChangeFacts): readonly string[] {
  return filings.flatMap(({ name, similar }) =>
    similar
      .filter(({ status }) => status === '要答复')
      .map((one) => `查重　「${name}」与「${one.name}」（${one.unit}，${one.id}）相近，在「查重说明」里答复`),
  );
}
