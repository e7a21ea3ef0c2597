import { type CheckResult, check } from '../check.ts';
import { recordsFile } from '../registry/paths.ts';
import { readRecords } from '../registry/read-records.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { problem } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../text/finding.ts';
import type { RawMap } from '../text/raw.ts';
import { writeEvent } from '../text/write-event.ts';

/** What appending an event would make of the records of a project. */
export interface PlannedEvent {
  /** Path below the registry folder, and its bytes with the event; what stood there stands unchanged before it. */
  readonly source: SourceFile;
  /** All that is to be said about the new file. It may be written only when none of it is an error. */
  readonly findings: readonly Finding[];
  /** The registry as it would be. */
  readonly result: CheckResult;
}

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder('utf-8');

/** Appends an event to the records of a project and judges the outcome. Pure: nothing is written. */
export function planEvent(
  files: readonly SourceFile[],
  id: string,
  event: RawMap,
  today: string,
): PlannedEvent {
  const file = recordsFile(id);
  const present = files.find((source) => source.file === file);
  const source = { file, bytes: appended(present?.bytes ?? new Uint8Array(), event) };
  const others = files.filter((one) => one !== present);
  const result = check([...others, source], { today, only: new Set([file]) });
  const entry = result.projects.find((one) => one.entry.id === id)?.entry;
  const refusals = [
    ...(present === undefined || keepsEvents(present, source) ? [] : [NOT_KEPT]),
    ...(entry && entry.route === undefined ? [NO_ROUTE] : []),
  ];
  return { source, findings: [...result.findings, ...refusals.map((one) => findingOf(file, one))], result };
}

/** The bytes with the event behind them, indented and ended as the lines before it are. */
function appended(present: Uint8Array, event: RawMap): Uint8Array {
  const text = TEXT.decode(present);
  const indent = /^( *)- /m.exec(text)?.[1] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = writeEvent(event)
    .replace(/^(?=.)/gm, indent)
    .replaceAll('\n', end);
  const gap = text === '' || text.endsWith('\n') ? '' : end;
  const tail = UTF8.encode(`${gap}${lines}`);
  const bytes = new Uint8Array(present.length + tail.length);
  bytes.set(present);
  bytes.set(tail, present.length);
  return bytes;
}

/** A file written in an unusual way may swallow the new event, or give an old one another meaning. */
function keepsEvents(before: SourceFile, after: SourceFile): boolean {
  const old = readRecords(before.file, before.bytes).events;
  const now = readRecords(after.file, after.bytes).events;
  return JSON.stringify(now.slice(0, old.length)) === JSON.stringify(old);
}

/** Reasons not to append that are no fault of any line. */
const NOT_KEPT = problem('record-event-valid', [], '办理记录：文件的写法特殊，接着写会改变以前的内容。', {
  fix: '把文件改成每件事以「- 」开头、一栏一行的写法，再追加。',
});
const NO_ROUTE = problem(
  'record-event-valid',
  [],
  '办理记录：项目文件没有写清牵头主体、建设阶段或资金，路径还没有定，不能办理。',
  { fix: '先由申报单位补填，再办。' },
);
