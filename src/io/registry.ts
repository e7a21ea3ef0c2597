import { type CheckResult, check } from '../check.ts';
import { readRegistryFiles } from './registry-files.ts';
import { localToday } from './today.ts';

/** A registry read from a folder and checked as of `today`. */
export async function loadRegistry(root: string, today = localToday()): Promise<CheckResult> {
  return check(readRegistryFiles(root), { today });
}
