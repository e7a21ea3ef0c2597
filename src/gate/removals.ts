import { isKind } from '../registry/paths.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import { sameBytes, type Touched } from './touched.ts';

/** Filed projects that the change takes away or renames; only the office may, and then `mayRemove` is true. */
export function judgeRemovals(touched: readonly Touched[], mayRemove: boolean): Finding[] {
  if (mayRemove) return [];
  const added = touched.filter(({ before, after }) => !before && after);
  return touched
    .filter(({ file, after }) => isKind('project', file) && !after)
    .map(({ file, before }) => {
      const moved = added.find(({ after }) => before && after && sameBytes(before.bytes, after.bytes));
      const said = moved ? `被改名为「${moved.file}」` : '被删除了';
      return changeFinding('change-entry-removed', file, `项目文件：「${file}」${said}`);
    });
}
