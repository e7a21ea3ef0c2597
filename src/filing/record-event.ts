import { type CheckResult, check } from '../check.ts';
import type { Entry } from '../form/entry.ts';
import { EVENT_NAMES } from '../records/event-names.ts';
import { eventFields } from '../records/events.ts';
import { deriveState } from '../records/lifecycle/derive.ts';
import { projectFile, recordsFile } from '../registry/paths.ts';
import { readEntry } from '../registry/read-entry.ts';
import { readRecords } from '../registry/read-records.ts';
import { type Difference, differencesFrom, differenceWords, receivedContent } from '../registry/received.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { problem } from '../rules/catalogue.ts';
import { type Finding, findingOf, type Problem } from '../text/finding.ts';
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

/** Events with which the office takes over what the filing says. */
const TAKES_OVER: readonly string[] = ['受理', '变更', '移交'];

/**
 * Appends an event to the records of a project and judges the outcome. Pure: nothing is written. 受理, 变更 and 移交
 * carry 受理内容, taken from the filing as it stands.
 */
export function planEvent(
  files: readonly SourceFile[],
  id: string,
  event: RawMap,
  today: string,
): PlannedEvent {
  const file = recordsFile(id);
  const project = files.find((one) => one.file === projectFile(id));
  const entry = project && readEntry(project.file, project.bytes).entry;
  const present = files.find((source) => source.file === file);
  const whole = entry ? withReceived(event, entry) : event;
  const source = { file, bytes: appended(present?.bytes ?? new Uint8Array(), whole) };
  const others = files.filter((one) => one !== present);
  const named = new Set([file, ...(project ? [project.file] : [])]);
  const result = check([...others, source], { today, only: named, similarity: { compare: '不查' } });
  const ofFiling = result.findings.filter((one) => one.file !== file && one.severity === 'error');
  const refusals = [
    ...(present === undefined || keepsEvents(present, source) ? [] : [NOT_KEPT]),
    ...(entry && entry.route === undefined ? [NO_ROUTE] : []),
    ...(entry && present ? takenOver(event, entry, present, today) : []),
    ...(entry?.route && opensTheWay(event) && ofFiling.length > 0 ? [incomplete(ofFiling, event)] : []),
  ];
  const findings = result.findings.filter((one) => one.file === file);
  const blank = blanksOf(event);
  const more =
    Object.keys(blank).length === 0
      ? []
      : planEvent(files, id, { ...event, ...blank }, today).findings.filter(
          (one) => !findings.some(({ message }) => message === one.message) && !isAbout(one, blank),
        );
  const all = [...findings, ...refusals.map((one) => findingOf(file, one))];
  return { source, findings: [...all, ...more], result };
}

/**
 * What the event leaves open, with examples: an event that lacks something is not judged further, and one refusal after
 * the other would be told. Nothing where more than words is open, such as the 结论, on which the rest depends.
 */
function blanksOf(event: RawMap): Readonly<Record<string, string>> {
  const name = EVENT_NAMES.find((known) => known === event.事项);
  const open = name
    ? eventFields(name).filter(({ need, label }) => need === '必填' && event[label] === undefined)
    : [];
  const known = open.every(({ key }) => FREE.has(key));
  return known ? Object.fromEntries(open.map(({ label, example }) => [label, String(example)])) : {};
}

/** What no other rule depends on. */
const FREE: ReadonlySet<string> = new Set(['handler', 'note', 'document', 'opinionNumber', 'reason']);

function isAbout({ message }: Finding, blank: Readonly<Record<string, string>>): boolean {
  return Object.entries(blank).some(([label, value]) => message.startsWith(label) || message.includes(value));
}

function withReceived(event: RawMap, entry: Entry): RawMap {
  if (!TAKES_OVER.includes(String(event.事项)) || event.受理内容 !== undefined) return event;
  const content = receivedContent(entry);
  return content ? { ...event, 受理内容: content } : event;
}

/** A 变更 takes over the whole filing: what it takes besides what the office meant to record is shown to it. */
function takenOver({ 事项 }: RawMap, entry: Entry, present: SourceFile, today: string): Problem[] {
  if (事项 !== '变更') return [];
  const { route, filing } = entry;
  const records = readRecords(present.file, present.bytes).events;
  const { received } = deriveState({ route, filing, records, today });
  return received ? differencesFrom(received, entry).map(takenOverProblem) : [];
}

function takenOverProblem(difference: Difference): Problem {
  const said = `变更：记下以后，受理内容随申报改。${differenceWords(difference)}`;
  const fix = '都同意的，就这样记；有没有同意的部分，请申报单位先改回去，再记这一件。';
  return problem('record-event-valid', ['受理内容'], said, { fix, severity: 'judgement' });
}

/** 受理 and a passed 审核 say that the papers are in order. */
function opensTheWay({ 事项, 结论 }: RawMap): boolean {
  return 事项 === '受理' || (事项 === '审核' && 结论 === '通过');
}

/** The office may take in a filing with faults for a reason that it writes down; otherwise it is asked to wait. */
function incomplete(open: readonly Finding[], { 事项, 说明 }: RawMap): Problem {
  const first = open[0]?.message ?? '';
  const said = `${String(事项)}：项目文件还有 ${open.length} 处「必改」没有改，例如：${first}`;
  const fix = '先记「补正」，请申报单位改好；确有理由先办的，用 --说明 写明理由。';
  const severity = typeof 说明 === 'string' && 说明.trim() !== '' ? 'judgement' : 'error';
  return problem('record-event-valid', [], said, { fix, severity });
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
