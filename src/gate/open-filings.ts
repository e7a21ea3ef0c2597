import { isKind } from '../registry/paths.ts';
import { readEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { touchedFiles } from './touched.ts';

/**
 * The filings that a change which is still open adds or alters. What it holds that is refused as bytes is not read
 * here either: its own check says so.
 */
export function openFilings(
  base: readonly SourceFile[],
  head: readonly SourceFile[],
  revision: string,
  from: Pick<OpenFiling, 'number' | 'actor'> = {},
): readonly OpenFiling[] {
  const refused = refuseFiles(head);
  return touchedFiles(base, head).flatMap(({ file, after }): OpenFiling[] => {
    if (!after || !isKind('project', file) || refused.has(file)) return [];
    return [{ entry: readEntry(file, after.bytes).entry, revision, ...from }];
  });
}
