import { MAX_ID } from '../form/entry-id.ts';
import type { LedgerProject } from '../ledger/project.ts';
import { projectFile } from '../registry/paths.ts';
import { stableSuffix } from '../registry/stable-suffix.ts';
import { foldPlain } from '../text/fold.ts';
import { slugFor } from './slug.ts';

/**
 * The file of a project from a ledger, below the registry folder. By what it is, so that the same ledger gives the same
 * files wherever it is read; the year, or else the amount, tells yearly work of one name apart. `attempt` counts from 1.
 */
export function stockFile({ name, year, amount }: LedgerProject, unit: string, attempt: number): string {
  const mark = `${foldPlain(name)}\n${unit}\n${year ?? amount ?? ''}${attempt === 1 ? '' : `\n${attempt}`}`;
  return projectFile(`${unit}/${slugFor(name, stableSuffix(mark), MAX_ID - unit.length - 1)}`);
}
