import { LOG_LABEL } from '../records/log.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import type { ReadRecords } from '../registry/read-records.ts';
import { type Finding, findingOf, type Problem } from '../text/finding.ts';
import { markupAdvice } from '../text/hostile/refuse.ts';
import { textProblems, valueProblems } from '../text/text-rules.ts';
import { RULES } from './index.ts';
import type { Facts } from './support/define-rule.ts';
import { recordProblems } from './support/record-checks.ts';
import { superiorProblems } from './support/superior.ts';

/**
 * Everything that is found in one filing and, with it, in its records: what is wrong with those is reported in their
 * own file. A check of the whole registry and the form in the browser judge by this, so that both say the same.
 */
export function judgeFiling(
  { entry, parsed, problems }: ReadEntry,
  log: ReadRecords | undefined,
  facts: Facts,
): Finding[] {
  const judged = RULES.flatMap((rule) => rule.run(entry, facts));
  const ofLog = judged.filter(({ path }) => path[0] === LOG_LABEL);
  const ofFiling = judged.filter(({ path }) => path[0] !== LOG_LABEL);
  const ofWords = textProblems(parsed.text);
  const ofValues = valueProblems(parsed.head.raw, parsed.text, ofWords);
  const ofText = [...ofWords, ...ofValues, ...markupAdvice(parsed.text)];
  const recorded = log ? [...ofLog, ...recordProblems(entry, log, facts)] : [];
  const { filedOn } = entry.filing;
  const fromAbove = superiorProblems(entry, facts.settings);
  const ofContent = [...ofFiling, ...fromAbove];
  const inFiling = entry.filing.toComplete
    ? [...problems.map(easedIfMissing), ...ofContent.map(eased), ...ofText]
    : [...problems, ...ofContent, ...ofText];
  return [
    ...inFiling.map((one) => findingOf(entry.file, one, parsed.locate, filedOn)),
    ...(log
      ? recorded.map((one) => findingOf(log.file, one, log.parsed.locate, dayOf(log, one) ?? filedOn))
      : []),
  ];
}

/** What its own rule says of a line of a ledger stands as it is. */
const STOCK_RULE = 'art6-stock-completed';

/** What is asked of a filing is only a reminder while its unit has not completed it. */
function eased(problem: Problem): Problem {
  return problem.rule === STOCK_RULE || problem.severity !== 'error'
    ? problem
    : { ...problem, severity: 'warning' };
}

function easedIfMissing(problem: Problem): Problem {
  return problem.rule === 'field-missing' ? eased(problem) : problem;
}

/** The day of the event that a problem stands at; undefined for the log as a whole and for an unreadable event. */
export function dayOf({ events }: ReadRecords, { path }: Problem): string | undefined {
  return events.find(({ index }) => index === path[1])?.date;
}
