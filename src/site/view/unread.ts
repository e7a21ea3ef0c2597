import type { CheckResult } from '../../check.ts';
import { isKind } from '../../registry/paths.ts';
import { printableLine } from '../../text/finding.ts';

/** Files of entries that nothing could be read of, by what they would have been; each sorted, as they may be printed. */
export interface Unread {
  readonly kind: '申报' | '办理记录' | '参考项目';
  readonly files: readonly string[];
}

const KINDS = [
  ['project', '申报'],
  ['records', '办理记录'],
  ['reference', '参考项目'],
] as const;

/**
 * What stands in no list and in no total because its file is broken or refused. Every such file has a finding; a file
 * that was read, however badly, is an entry and not here.
 */
export function unreadFiles({
  findings,
  projects,
  references,
  records,
}: Pick<CheckResult, 'findings' | 'projects' | 'references' | 'records'>): readonly Unread[] {
  const read = new Set([
    ...projects.map(({ entry }) => entry.file),
    ...references.map(({ file }) => file),
    ...[...records.values()].map(({ file }) => file),
  ]);
  const left = [...new Set(findings.map(({ file }) => file))].filter((file) => !read.has(file)).sort();
  return KINDS.flatMap(([place, kind]) => {
    const files = left.filter((file) => isKind(place, file)).map(printableLine);
    return files.length === 0 ? [] : [{ kind, files }];
  });
}
