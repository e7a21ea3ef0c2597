import { formatDay } from '../form/dates.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { clauseTitle } from '../regulation/index.ts';
import { printableLine } from '../text/finding.ts';
import type { Desk, Task, UnitDesk } from './desk.ts';

/** 「已等 11 个工作日」, against the office's own limit where it has set one. */
export function waitedWords({ workingDays, limit, late }: Task): string {
  if (workingDays === undefined) return '没有日期';
  if (late) return `已等 ${workingDays} 个工作日，超过约定的 ${late.limit} 个工作日`;
  const left = limit === undefined ? '' : `（约定 ${limit} 个工作日）`;
  return `已等 ${workingDays} 个工作日${left}`;
}

/** The phone to call: the unit's own, else through the office. */
export function phoneWords(phone: string | undefined, office: Pick<Office, 'phone'> = NOTHING_SET): string {
  if (phone !== undefined) return phone;
  return office.phone === undefined ? '由办公室转' : `由办公室转（${office.phone}）`;
}

/** What is sent to a unit about everything that it owes: to be copied into a message as it is. */
export function reminderText(
  { name, tasks }: Pick<UnitDesk, 'name' | 'tasks'>,
  { today }: Pick<Desk, 'today'>,
  office: Pick<Office, 'name' | 'phone'> = NOTHING_SET,
): string {
  const lines = tasks.map((task, at) => {
    const { name: project, number, what, note, by, since, clause } = task;
    const whom = by === undefined ? '' : `（协调 ${by}）`;
    const when = since === undefined ? '' : `，${formatDay(since)}起${waitedWords(task)}`;
    const asked = note === undefined ? '' : `：${note.replace(/[。；]$/, '')}`;
    const known = number === undefined ? '' : `（${number}）`;
    const said = `${project}${known}：${what}${whom}${asked}${when}（${clauseTitle(clause)}）。`;
    return printableLine(`${at + 1}. ${said}`);
  });
  const sender = [office.name, office.phone === undefined ? '' : `电话 ${office.phone}`].filter(
    (part) => part !== '',
  );
  return [
    `${name}：`,
    `截至${formatDay(today)}，你单位登记的数字化项目有 ${tasks.length} 件事等着办：`,
    ...lines,
    '已经办了的，把办理情况告诉办公室；有困难的，说明原因。办法没有规定期限，以上是提醒。',
    sender.join('，'),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
