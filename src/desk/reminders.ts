import type { CheckResult } from '../check.ts';
import type { Day } from '../form/dates.ts';
import { NOTHING_SET } from '../registry/office.ts';
import { workingDays } from '../registry/working-days.ts';
import { clip } from '../text/clip.ts';
import { inertMarkdown as inert } from '../text/inert.ts';
import { deskOf, type Task } from './desk.ts';
import { reminderText, waitedWords } from './words.ts';

/** An issue that is kept: opened, edited in place, and closed when there is nothing to say any more. */
export interface Reminder {
  /** The same for ever: by it the issue is found again. */
  readonly topic: string;
  /** Undefined: there is nothing to remind of, and an issue that is open is closed. */
  readonly issue:
    | { readonly title: string; readonly body: string; readonly label: typeof REMINDER_LABEL }
    | undefined;
}

/** A change that is open on the forge. */
export interface OpenRequest {
  readonly number: string;
  /** A stranger's words. */
  readonly title: string;
  readonly since: Day;
  readonly labels: readonly string[];
}

export const REMINDER_LABEL = '催办';
const MOST_LISTED = 50;
const MOST_TITLE = 60;

/**
 * What is said every night: one issue a unit about all that it owes, one for the office about its own silence. The
 * regulation has no deadline: days are counted, and only the office's own limits are called overdue. Pure.
 */
export function remindersOf(result: CheckResult, requests: readonly OpenRequest[]): readonly Reminder[] {
  const desk = deskOf(result);
  const real = desk.tasks.filter(({ demo }) => !demo);
  const office = result.office ?? NOTHING_SET;
  const units = [...result.units.values()].filter(({ demo }) => !demo);
  const owing = new Map(desk.units.map((unit) => [unit.code, unit]));
  return [
    ...units.map(({ code, name }): Reminder => {
      const tasks = (owing.get(code)?.tasks ?? []).filter(({ demo }) => !demo);
      const text = reminderText({ name, tasks }, desk, office);
      const title = `${name}：${tasks.length} 件事等着办`;
      const issue = { title, body: inert(text), label: REMINDER_LABEL } as const;
      return { topic: `unit-${code}`, issue: tasks.length === 0 ? undefined : issue };
    }),
    officeReminder(
      real.filter(({ who }) => who === '办公室'),
      requests,
      result,
    ),
  ];
}

function officeReminder(
  tasks: readonly Task[],
  requests: readonly OpenRequest[],
  { today, office = NOTHING_SET, references }: CheckResult,
): Reminder {
  const waiting = requests.filter(({ labels }) => labels.includes('待受理'));
  const unverified = references.filter(({ record }) => record.unverified === true && record.demo !== true);
  const count = tasks.length + waiting.length;
  if (count + unverified.length === 0) return { topic: 'office', issue: undefined };
  const late = tasks.filter((task) => task.late !== undefined).length;
  const body = [
    ...section('提交以后还没有看的', waiting, (one) => {
      const { count: days } = workingDays(one.since, today, office.holidays);
      return `第 ${one.number} 号「${inert(clip(one.title, MOST_TITLE))}」，已等 ${days} 个工作日`;
    }),
    ...section('轮到办公室办的', [...tasks].sort(longestFirst), (task) => {
      return inert(`${task.name}（${task.unitName}）：${task.what}，${waitedWords(task)}`);
    }),
    ...section('还没有核实的参考项目', unverified, ({ id, record }) => inert(record.name ?? id)),
    late > 0 ? `其中 ${late} 件超过了办公室自己约定的时限。` : '办法没有规定期限，以上是提醒。',
  ].join('\n');
  const title = `办公室：${count} 件等着办，${unverified.length} 个参考项目没有核实`;
  return { topic: 'office', issue: { title, body, label: REMINDER_LABEL } };
}

/** What is past the office's own limit, then what has waited longest: a list is cut at its end. */
function longestFirst(a: Task, b: Task): number {
  const isLate = (task: Task): number => Number(task.late !== undefined);
  return isLate(b) - isLate(a) || (b.workingDays ?? -1) - (a.workingDays ?? -1);
}

function section<One>(title: string, all: readonly One[], line: (one: One) => string): readonly string[] {
  if (all.length === 0) return [];
  const left = all.length - MOST_LISTED;
  const more = left > 0 ? [`- 还有 ${left} 件`] : [];
  return [
    `**${title}（${all.length}）**`,
    '',
    ...all.slice(0, MOST_LISTED).map((one) => `- ${line(one)}`),
    ...more,
    '',
  ];
}
