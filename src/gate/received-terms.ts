import type { ReadEntry } from '../registry/read-entry.ts';
import { type Difference, differencesFrom, differenceWords, receivedValues } from '../registry/received.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';

/**
 * A filing that was received and not yet approved, and whose records do not say what was received: what the base holds
 * was. A change of what decides is the office's to judge; one with a new 变更说明 only where the route changes.
 */
export function judgeReceived(before: ReadEntry, after: ReadEntry): Finding[] {
  const received = receivedValues(before.entry);
  const differences = received ? differencesFrom(received, after.entry) : [];
  const explained =
    (after.entry.filing.amendments?.length ?? 0) > (before.entry.filing.amendments?.length ?? 0);
  const left = differences.filter(({ consequence }) => consequence === '重新审核' || !explained);
  const [first] = left;
  return first ? [receivedFinding(after, first, left)] : [];
}

function receivedFinding(after: ReadEntry, { label }: Difference, all: readonly Difference[]): Finding {
  const place = { ...after.parsed.locate([label]), field: label };
  const said = `${label}：受理以后改了申报内容。${all.map(differenceWords).join('；')}`;
  return changeFinding('change-after-receipt', after.entry.file, said, place);
}
