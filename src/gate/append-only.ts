import { isKind } from '../registry/paths.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import { labelOf } from '../rules/support/define-rule.ts';
import { compareText, type Finding } from '../text/finding.ts';
import { parseLog } from '../text/log.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

/**
 * Records files in which an earlier event was changed, moved or taken out; whoever did it. The office may move a whole
 * file to another unit's folder, when the responsible unit changes.
 */
export function judgeRecords(touched: readonly Touched[], isOffice: boolean): Finding[] {
  const added = touched.filter(({ file, before, after }) => isKind('records', file) && !before && after);
  return touched.flatMap(({ file, before, after }) => {
    if (!(isKind('records', file) || isKind('numbers', file)) || !before) return [];
    const what = isKind('numbers', file) ? '登记号索引' : '办理记录';
    const old = eventsOf(before.bytes);
    if (!after) {
      const moved =
        isOffice && added.some((one) => firstDifference(old, eventsOf(bytesOf(one))) === undefined);
      if (moved) return [];
      return [changeFinding('change-records-appended', file, `${what}：整份被删除了`)];
    }
    const at = firstDifference(old, eventsOf(after.bytes));
    if (at === undefined) return [];
    const said = `${what}：第 ${at + 1} 件与原来的不同，写过的不能改`;
    return [changeFinding('change-records-appended', file, said)];
  });
}

function bytesOf({ after }: Touched): Uint8Array {
  return after?.bytes ?? new Uint8Array();
}

function eventsOf(bytes: Uint8Array): readonly unknown[] {
  const { raw } = parseLog(bytes);
  // A file that holds nothing but remarks has no events yet.
  if (raw === undefined || raw === '') return [];
  return Array.isArray(raw) ? raw : [raw];
}

/** What a unit only ever adds to, and the rule that says so. */
const APPENDED = [
  ['progress', 'change-progress-appended', '写过的进展不能改'],
  ['amendments', 'change-amendments-appended', '写过的变更说明不能改'],
] as const;

/** Reports of a filing that were changed, moved or taken out. */
export function judgeAppended(before: ReadEntry, after: ReadEntry): Finding[] {
  return APPENDED.flatMap(([key, rule, why]) => {
    const at = firstDifference(before.entry.filing[key] ?? [], after.entry.filing[key] ?? []);
    if (at === undefined) return [];
    const label = labelOf(key);
    const place = { ...after.parsed.locate([label, at]), field: label };
    return [changeFinding(rule, after.entry.file, `${label}：第 ${at + 1} 条与原来的不同，${why}`, place)];
  });
}

/** Index of the first item of `before` that `after` does not repeat in its place; undefined when only added to. */
function firstDifference(before: readonly unknown[], after: readonly unknown[]): number | undefined {
  const at = before.findIndex((item, index) => canonical(item) !== canonical(after[index]));
  return at < 0 ? undefined : at;
}

/** The same text for the same content, in whatever order its keys were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
