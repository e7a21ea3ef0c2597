import { isKind } from '../registry/paths.ts';
import { readEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { type Touched, touchedFiles } from './touched.ts';

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
  return filingsIn(touchedFiles(base, head), refuseFiles(head), revision, from);
}

/** The same of the files that it touches, where none of their names can clash with another. */
export function filingsOf(
  touched: readonly Touched[],
  revision: string,
  from: Pick<OpenFiling, 'number' | 'actor'> = {},
): readonly OpenFiling[] {
  return filingsIn(touched, refuseFiles(touched.flatMap(({ after }) => after ?? [])), revision, from);
}

function filingsIn(
  touched: readonly Touched[],
  refused: ReadonlyMap<string, unknown>,
  revision: string,
  from: Pick<OpenFiling, 'number' | 'actor'>,
): readonly OpenFiling[] {
  return touched.flatMap(({ file, after }): OpenFiling[] => {
    if (!after || !isKind('project', file) || refused.has(file)) return [];
    return [{ entry: readEntry(file, after.bytes).entry, revision, ...from }];
  });
}
