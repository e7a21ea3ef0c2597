import { isKind } from '../registry/paths.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

/** So many filings a unit may hand in at once; the office brings in whole ledgers. */
export const MOST_FILINGS = 200;

/** A change with more filings than anybody compares: each of them would be compared with all others. */
export function judgeMany(
  touched: readonly Touched[],
  actor: string | undefined,
  isOffice: boolean,
): Finding[] {
  const filings = touched.filter(({ file, after }) => after && isKind('project', file));
  const [first] = filings;
  if (actor === undefined || isOffice || !first || filings.length <= MOST_FILINGS) return [];
  const said = `文件：这次改动有 ${filings.length} 份申报，一次最多 ${MOST_FILINGS} 份；没有查重`;
  return [changeFinding('change-few-at-once', first.file, said)];
}
