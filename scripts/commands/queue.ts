import { defineCommand } from 'citty';
import { type Desk, deskOf } from '../../src/desk/desk.ts';
import { say } from '../../src/io/say.ts';
import { deskByUnit, deskJson, deskText, reminders } from '../../src/report/desk.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry, unitGiven } from './registry-input.ts';

const args = {
  root: ROOT,
  by: { type: 'string', description: '怎样排：等谁、单位', default: '等谁' },
  unit: { type: 'string', description: '只看一个单位的项目，写单位代码或名称' },
  remind: { type: 'boolean', description: '写出给各单位的催办文字，可以直接发送', default: false },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '看哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `queue`: what waits for whom and for how many working days, whom to call, and what to send. */
export const queueCommand = defineCommand({
  meta: { name: 'queue', description: '等着办的事：等谁、办什么、等了几个工作日，催办文字' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const by = oneOf('by', given.by, ['等谁', '单位']);
    if (given._.length > 0) stop(`queue 不带「${given._.join(' ')}」；看一个项目用 status。`);
    const { result } = openRegistry(given.root, given.today);
    const whole = deskOf(result);
    const desk = given.unit === undefined ? whole : ofUnit(whole, unitGiven(result, given.unit).code);
    if (format === 'json') say(deskJson(desk, result.office), format);
    else if (given.remind) say(reminders(desk, result.office));
    else say(by === '单位' ? deskByUnit(desk, result.office) : deskText(desk, result.office));
  },
});

function ofUnit(desk: Desk, code: string): Desk {
  const tasks = desk.tasks.filter(({ unit }) => unit === code);
  return { ...desk, tasks, units: desk.units.filter((unit) => unit.code === code), times: [] };
}
