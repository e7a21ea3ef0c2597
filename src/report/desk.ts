import type { Desk, Task } from '../desk/desk.ts';
import { phoneWords, reminderText, waitedWords } from '../desk/words.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { clauseTitle } from '../regulation/index.ts';
import { printableLine } from '../text/finding.ts';

/** The desk as JSON: what waits, the reminder for each unit, how long steps have taken. Days are working days where named so. */
export function deskJson(desk: Desk, office: Office = NOTHING_SET): string {
  const waiting = desk.tasks.map((task) => {
    const { id, name, number, who, by, what, note, clause, since, days, workingDays, late, limit } = task;
    const { unit, unitName, phone } = task;
    return {
      id,
      name,
      number,
      who,
      by,
      what,
      note,
      clause,
      since,
      days,
      workingDays,
      limit,
      late,
      unit,
      unitName,
      phone,
    };
  });
  const units = desk.units.map((unit) => {
    const { code, name, phone, tasks } = unit;
    return { code, name, phone, count: tasks.length, reminder: reminderText(unit, desk, office) };
  });
  return JSON.stringify(
    { today: desk.today, waiting, units, times: desk.times, untabled: desk.untabled },
    null,
    2,
  );
}

/** What waits for whom, by whose turn it is; the oldest first. */
export function deskText(desk: Desk, office: Office = NOTHING_SET): string {
  if (desk.tasks.length === 0) return '没有等着办的事。';
  const parties = [...new Set(desk.tasks.map(({ who }) => who))];
  const groups = parties.map((party) => {
    const mine = desk.tasks.filter(({ who }) => who === party);
    return [`等${party}办（${mine.length} 件）`, ...mine.map((task) => taskLine(task, office))].join('\n');
  });
  return [...groups, ...timeLines(desk), ...untabledLines(desk)].join('\n\n');
}

/** What units owe, unit by unit, with whom to call. */
export function deskByUnit(desk: Desk, office: Office = NOTHING_SET): string {
  if (desk.units.length === 0) return '没有等各单位办的事。';
  const groups = desk.units.map(({ name, phone, tasks }) =>
    [
      `${name}　电话 ${phoneWords(phone, office)}（${tasks.length} 件）`,
      ...tasks.map((task) => taskLine(task)),
    ].join('\n'),
  );
  return [...groups, ...untabledLines(desk)].join('\n\n');
}

/** The reminders of all units, or of one, ready to be sent. */
export function reminders(desk: Desk, office: Office = NOTHING_SET): string {
  if (desk.units.length === 0) return '没有要催办的。';
  return desk.units.map((unit) => reminderText(unit, desk, office)).join('\n\n----\n\n');
}

function taskLine(task: Task, office?: Office): string {
  const { id, name, by, what, note, clause, late, unitName, phone } = task;
  const whom = by === undefined ? '' : `　${by}`;
  const over = late ? `　${late.words}` : '';
  const asked = note === undefined ? '' : `：${note}`;
  const contact = office === undefined ? '' : `　${unitName}，电话 ${phoneWords(phone, office)}`;
  const said = `${what}（${clauseTitle(clause)}）　${name}（${id}）${whom}${over}${asked}${contact}`;
  return printableLine(`  ${waitedWords(task)}　${said}`);
}

function timeLines({ times }: Desk): readonly string[] {
  if (times.length === 0) return [];
  const lines = times.map(
    ({ state, count, median, longest }) =>
      `  ${state}：中位数 ${median} 个工作日，最长 ${longest}（${count} 次）`,
  );
  return [['以往各步用时', ...lines].join('\n')];
}

function untabledLines({ untabled }: Desk): readonly string[] {
  return untabled.length === 0 ? [] : [`${untabled.join('、')} 年没有节假日表，按周一至周五算。`];
}
