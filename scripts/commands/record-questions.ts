import { autocomplete, cancel, isCancel, select, text } from '@clack/prompts';
import type { eventsByPlace } from '../../src/filing/possible-events.ts';
import { readTyped } from '../../src/form/read-value.ts';
import type { EventName } from '../../src/records/event-names.ts';
import { type EventField, eventDef, eventFields } from '../../src/records/events.ts';
import { standings } from '../../src/registry/standing.ts';
import { EXIT, stop } from './exit.ts';
import type { Registry } from './registry-input.ts';

/** True when somebody sits at the terminal who can answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Which project is meant; those whose turn is the office's come first. Ends the run when nobody can answer. */
export async function askId({ result }: Registry): Promise<string> {
  if (!canAsk()) stop('没有写哪个项目；写成「单位代码/文件名」，或写登记号。');
  const all = [...standings(result)].sort(
    (a, b) => Number(b.turn === '办公室') - Number(a.turn === '办公室'),
  );
  if (all.length === 0) stop('登记库里还没有项目。');
  const options = all.map(({ id, name, number = '', label }) => {
    return { value: id, label: `${name}${number === '' ? '' : `　${number}`}`, hint: `${label}　${id}` };
  });
  const message = '办哪个项目（输入名称、登记号或编号的一部分）';
  return answered(await autocomplete({ message, options, maxItems: 12 }));
}

/** Known without asking: the day of writing, and what the filing says. */
const NOT_ASKED: readonly string[] = ['writtenOn', 'received'];

/** Everything about an event that was not given as an option: first what it is, then its keys in file order. */
export async function askEvent(
  given: EventName | undefined,
  written: Readonly<Record<string, string>>,
  places: ReturnType<typeof eventsByPlace>,
): Promise<Readonly<Record<string, string>>> {
  const name = given ?? (await askName(places));
  const values: Record<string, string> = { ...written, 事项: name };
  for (const field of eventFields(name)) {
    if (values[field.label] !== undefined || NOT_ASKED.includes(field.key)) continue;
    const answer = await askField(field);
    if (answer !== '') values[field.label] = answer;
  }
  return values;
}

/** What has a place now comes first; the rest is there for what is learnt late. */
async function askName({ possible, others }: ReturnType<typeof eventsByPlace>): Promise<EventName> {
  const options = [...possible, ...others].map((name) => ({
    value: String(name),
    label: possible.includes(name) ? name : `${name}（现在还轮不到，补记以前的才选）`,
    hint: eventDef(name).hint,
  }));
  return answered(await select({ message: '办哪一件事', options, maxItems: 16 })) as EventName;
}

async function askField({ label, hint, example, need, type }: EventField): Promise<string> {
  if (type.kind === 'choice') {
    const options = (type.options ?? []).map((value) => ({ value, label: value }));
    return answered(await select({ message: label, options }));
  }
  const needed = need === '必填';
  const message = `${label}${needed ? '' : '（没有就直接回车）'}　${hint}`;
  const validate = (value: string | undefined) => (needed && !value?.trim() ? `${label}要填` : undefined);
  return readTyped(type, answered(await text({ message, placeholder: example, validate })).trim()).text;
}

/** The answer as text; 「」 for an answer left blank. Ends the run when it was broken off. */
function answered(answer: unknown): string {
  if (!isCancel(answer)) return typeof answer === 'string' ? answer : '';
  cancel('没有写入。');
  process.exit(EXIT.usage);
}
