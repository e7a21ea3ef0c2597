import type { Filing } from '../form/fields.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import { labelOf } from '../rules/support/define-rule.ts';
import { compareText, type Finding } from '../text/finding.ts';
import { parseLog } from '../text/log.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

const RECORDS = /^records\/[^/]+\/[^/]+\.yaml$/;

/** Records files in which an earlier event was changed, moved or taken out; whoever did it. */
export function judgeRecords(touched: readonly Touched[]): Finding[] {
  return touched.flatMap(({ file, before, after }) => {
    if (!RECORDS.test(file) || !before) return [];
    if (!after) return [changeFinding('change-records-appended', file, '办理记录：整份记录被删除了')];
    const at = firstDifference(eventsOf(before.bytes), eventsOf(after.bytes));
    if (at === undefined) return [];
    const said = `办理记录：第 ${at + 1} 件事与原来的不同，写过的事项不能改`;
    return [changeFinding('change-records-appended', file, said)];
  });
}

function eventsOf(bytes: Uint8Array): readonly unknown[] {
  const { raw } = parseLog(bytes);
  return Array.isArray(raw) ? raw : [raw];
}

/** Progress reports of a filing that were changed, moved or taken out. */
export function judgeProgress(before: ReadEntry, after: ReadEntry): Finding[] {
  const at = firstDifference(before.entry.filing.progress ?? [], listOf(after.entry.filing));
  if (at === undefined) return [];
  const label = labelOf('progress');
  const place = after.parsed.locate([label, at]);
  const said = `${label}：第 ${at + 1} 条与原来的不同，写过的进展不能改`;
  return [changeFinding('change-progress-appended', after.entry.file, said, { ...place, field: label })];
}

function listOf({ progress }: Filing): readonly unknown[] {
  return progress ?? [];
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
