import { check } from '../check.ts';
import { projectFile } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Finding } from '../text/finding.ts';

/** Before which acts the office is told what is still open: what it receives, and what it lets go to the experts. */
const TOLD: readonly (readonly [event: string, verdict: string | undefined])[] = [
  ['受理', undefined],
  ['审核', '通过'],
];
/** Besides 必改: questions that an approval leaves open for good. */
const ASKED: readonly string[] = [
  'art1-duplicates-answered',
  'art6-begun-before-approval',
  'annex-amount-plausible',
];

/** An event as it is about to be written. */
interface Written {
  readonly 事项?: unknown;
  readonly 结论?: unknown;
}

/** True for an event before which the office is told what is still open. */
export function asksOpenPoints({ 事项, 结论 }: Written): boolean {
  return TOLD.some(([event, verdict]) => 事项 === event && (verdict === undefined || 结论 === verdict));
}

/**
 * What is still open in a filing: every 必改, and the questions that the office had better settle first. It decides by
 * itself; nothing is refused by this. The filing is compared with all others, so this takes as long as a check of it.
 */
export function openPoints(files: readonly SourceFile[], id: string, today: string): readonly Finding[] {
  const { findings } = check(files, { today, only: new Set([projectFile(id)]) });
  return findings.filter(
    // A 提醒 asks nothing of anybody.
    ({ severity, rule }) => severity === 'error' || (severity === 'judgement' && ASKED.includes(rule)),
  );
}
