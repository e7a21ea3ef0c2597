import { type FieldIssue, readFields } from '../form/read-fields.ts';
import { EVENT_NAMES, type EventName } from '../records/event-names.ts';
import { type EventField, eventDef, eventFields } from '../records/events.ts';
import { LOG_LABEL, type RecordEvent, type RecordLog } from '../records/log.ts';
import type { Problem } from '../text/finding.ts';
import { type ParsedLog, parseLog } from '../text/log.ts';
import { isRawMap, type Raw, type RawMap } from '../text/raw.ts';
import { textProblems, valueProblems } from '../text/text-rules.ts';
import { idOf } from './paths.ts';
import { recordProblem } from './record-rules.ts';

/** A records file, read. */
export interface ReadRecords extends RecordLog {
  readonly parsed: ParsedLog;
  /** What is wrong with its writing and its events one by one; their order is judged with the project. */
  readonly problems: readonly Problem[];
}

const RULE = 'record-event-valid';
const SHAPE = '每件事以「- 」开头，下面的各行缩进两个空格，例如：\n- 日期: 2026-03-10\n  事项: 受理';

/** Reads one records file. `file` is its path below the registry folder: records/<unit>/<slug>.yaml. */
export function readRecords(file: string, bytes: Uint8Array): ReadRecords {
  const parsed = parseLog(bytes);
  const { items, problems } = itemsOf(parsed);
  const read = items.map(readEvent);
  const events = read.flatMap(({ event }) => (event ? [event] : []));
  const ofText = textProblems(parsed.text);
  return {
    id: idOf('records', file) ?? '',
    file,
    events,
    sound: parsed.whole && problems.length === 0 && events.length === items.length,
    parsed,
    problems: [
      ...parsed.problems,
      ...problems,
      ...read.flatMap((one) => one.problems),
      ...ofText,
      ...valueProblems(parsed.raw ?? '', parsed.text, ofText).map(inLog),
    ],
  };
}

/** The list is the value of a label that the file does not have. */
function inLog(one: Problem): Problem {
  return { ...one, path: [LOG_LABEL, ...one.path] };
}

/** The items of the list; anything that is no list of events is a finding. */
function itemsOf({ raw, outside, whole }: ParsedLog): { items: readonly Raw[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const [label] = outside;
  if (label !== undefined) {
    const said = `${label}：写在「- 」外面了，不知道是哪件事的`;
    problems.push({ ...recordProblem(RULE, {}, said, { fix: SHAPE }), path: [label] });
  }
  if (Array.isArray(raw)) return { items: raw, problems };
  if (whole && problems.length === 0) {
    const said = raw === undefined ? '还没有写任何事项' : '不是逐件写的';
    problems.push(recordProblem(RULE, {}, `${LOG_LABEL}：${said}`, { fix: SHAPE }));
  }
  return { items: [], problems };
}

function readEvent(raw: Raw, index: number): { event?: RecordEvent; problems: readonly Problem[] } {
  if (!isRawMap(raw)) {
    return { problems: [recordProblem(RULE, { index }, `${LOG_LABEL}：这一件没有分行写`, { fix: SHAPE })] };
  }
  const name = EVENT_NAMES.find((known) => known === raw.事项);
  if (!name) return { problems: [unknownEvent(raw, index)] };
  const { values, issues } = readFields(eventFields(name), raw);
  if (issues.length > 0) return { problems: issues.map((issue) => explain(issue, name, index)) };
  const event = { ...values, event: name, index } as RecordEvent;
  const { verdict, note, waived, document } = event;
  const reason = verdict !== undefined && note === undefined && eventDef(name).explain?.includes(verdict);
  if (reason) {
    const example = eventFields(name).find(({ key }) => key === 'note')?.example;
    const said = `说明：${name}的结论是「${verdict}」，写清楚原因和要办的事`;
    return {
      problems: [
        recordProblem(RULE, { index, step: '结论' }, said, { fix: `补上，例如「说明: ${example}」` }),
      ],
    };
  }
  if (waived && document === undefined) {
    const said = '文号：免予验收要有书面同意，写它的文号';
    return { problems: [recordProblem(RULE, { index, step: '免予验收' }, said, { clause: 'art8-6' })] };
  }
  return { event, problems: [] };
}

function unknownEvent(raw: RawMap, index: number): Problem {
  const given = typeof raw.事项 === 'string' ? `没有「${raw.事项}」这个事项` : '还没有填';
  const fix = `从「${EVENT_NAMES.join('」「')}」中选一项`;
  return recordProblem(RULE, { index, step: '事项' }, `事项：${given}`, { fix });
}

function explain(issue: FieldIssue<EventField>, name: EventName, index: number): Problem {
  const [step] = issue.path;
  const about = (said: string, fix: string): Problem =>
    recordProblem(RULE, { index, step: String(step) }, `${step}：${said}`, { fix });
  if (issue.kind === 'unknown') {
    const known = eventFields(name).map(({ label }) => `「${label}」`);
    return about(`${name}没有这一栏`, `${name}可以写的有${known.join('')}。`);
  }
  const { hint, example, type } = issue.definition;
  const said = issue.kind === 'missing' ? `${name}必须写这一栏。${hint}` : issue.message;
  if (issue.kind === 'invalid' && issue.suggest !== undefined)
    return about(
      said,
      issue.isGuess
        ? `是不是「${step}: ${issue.suggest}」；是的，照这样写`
        : `改成「${step}: ${issue.suggest}」`,
    );
  const choices = issue.path.length === 1 && type.kind === 'choice' ? (type.options ?? []) : [];
  if (choices.length > 1) return about(said, `从「${choices.join('」「')}」中选一项`);
  return about(said, `例如「${step}: ${example}」`);
}
