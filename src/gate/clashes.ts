import type { SourceFile } from '../registry/source-file.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

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
