import type { SourceFile } from '../registry/source-file.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

/** What became of the files of a change on the base since its author began. All below the registry folder. */
export interface Meanwhile {
  /** Altered on both sides in the same places: no merge puts them together. */
  readonly clashing: readonly string[];
  /** Altered on both sides, and judged as a merge puts them together: their lines are not those that the author sees. */
  readonly mixed: readonly string[];
  /** The author altered files, and the base has all of it already. */
  readonly isIn: boolean;
}

/**
 * Files that somebody else altered since the author began, in the same places: no platform merges them by itself.
 * `standing` is the base as it is now.
 */
export function judgeClashes(
  clashing: readonly string[],
  touched: readonly Touched[],
  standing: (file: string) => SourceFile | undefined,
): Finding[] {
  const added = new Set(touched.filter(({ before }) => !before).map(({ file }) => file));
  return clashing.map((file) => {
    const what = !standing(file) ? GONE : added.has(file) ? TAKEN : ALTERED;
    return changeFinding('change-merges', file, `文件：「${file}」在这次改动开始以后，${what}`);
  });
}

const GONE = '登记库里已经删去或移走了';
const TAKEN = '登记库里已经有了一份同名的';
const ALTERED = '登记库里也改了同一处，两边合不到一起';
