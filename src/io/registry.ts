import { type CheckResult, check, type Judgement } from '../check.ts';
import { readFiles } from '../judging/read-files.ts';
import { readRegistryFiles } from './registry-files.ts';
import { localToday } from './today.ts';

/** A registry read from a folder and checked as of `today`. */
export async function loadRegistry(root: string, today = localToday()): Promise<CheckResult> {
  return check(readRegistryFiles(root), { today });
}

/**
 * A registry read from a folder, with a judgement that was made elsewhere and on which day. What is like its filings is
 * not part of that.
 */
export function readJudged(root: string, judged: Judgement & { readonly today: string }): CheckResult {
  return { ...readFiles(readRegistryFiles(root), judged.today), ...judged, similar: [] };
}
