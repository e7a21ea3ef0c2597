import { join } from 'node:path';
import { defineCommand } from 'citty';
import { planHandOver } from '../../src/filing/hand-over.ts';
import { eventNamed, eventSaid, eventsByPlace, insteadOf } from '../../src/filing/possible-events.ts';
import { type PlannedEvent, planEvent } from '../../src/filing/record-event.ts';
import { undoLastEvent } from '../../src/filing/undo-event.ts';
import { dayNear } from '../../src/form/dates.ts';
import type { FieldType } from '../../src/form/kinds.ts';
import { readTyped } from '../../src/form/read-value.ts';
import { changeFiles } from '../../src/io/change-files.ts';
import { committedFile } from '../../src/io/committed-file.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { withLock } from '../../src/io/lock.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say, warn } from '../../src/io/say.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { RECORD_FIELDS } from '../../src/records/event-fields.ts';
import { EVENT_NAMES, type EventName } from '../../src/records/event-names.ts';
import { eventFields } from '../../src/records/events.ts';
import { recordsFile } from '../../src/registry/paths.ts';
import { standingOf } from '../../src/registry/standing.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { decode } from '../../src/text/decode.ts';
import type { RawMap } from '../../src/text/raw.ts';
import { confirmOpen } from './confirm-open.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { askEvent, askId, canAsk } from './record-questions.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';

/** 受理内容 is taken from the filing, never typed. */
const OPTIONS = RECORD_FIELDS.filter(({ key }) => key !== 'event' && key !== 'received');
const EVENT_ARGS: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>> =
  Object.fromEntries(OPTIONS.map(({ label, hint }) => [label, { type: 'string', description: hint }]));
const args = {
  root: ROOT,
  today: { type: 'string', description: '今天是哪一天，例如 2026-03-05；事情发生在以前的，另写 --日期' },
  undo: { type: 'boolean', description: '收回刚记的最后一件；已经提交的收不回，用「更正」' },
  确认: { type: 'boolean', description: '申报还有没有办妥的，核实以后仍然照记', default: false },
  ...EVENT_ARGS,
} as const;

/** `record <id> <事项>`: the office appends an event; an event that has no place is refused and nothing is written. */
export const recordCommand = defineCommand({
  meta: { name: 'record', description: '办公室记一件办理事项：受理、审核、论证、验收等' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const [id, name, ...more] = inPlace(given._);
    if (more.length > 0) stop(`多写了「${more.join(' ')}」；内容用选项写，例如 --结论 通过。`);
    const registry = openRegistry(String(given.root), optional(given.today));
    const { id: project } = findEntry(registry, id ?? (await askId(registry)));
    if (given.undo === true) return undo(registry, project);
    const said = name === undefined ? undefined : eventSaid(name);
    const written = {
      ...(said?.verdict === undefined ? {} : { 结论: said.verdict }),
      ...writtenOptions(given),
    };
    const event = await complete(registry, project, said?.event ?? name, dated(written, registry.today));
    await confirmOpen(registry, project, event, given.确认 === true);
    write(registry, project, event);
  },
});

/** 「record 受理 智慧物业」 means the same as 「record 智慧物业 受理」. */
function inPlace(words: readonly string[]): readonly (string | undefined)[] {
  const [first, second, ...more] = words;
  const turned = first !== undefined && eventSaid(first) && !(second !== undefined && eventSaid(second));
  return turned ? [second, first, ...more] : words;
}

/** Planned by what stands there now: somebody may have written while this one was asked, or waited. */
function write({ root, today }: Registry, id: string, event: RawMap): void {
  try {
    withLock(root, () => {
      const now = openRegistry(root, today);
      if (isHandOver(id, event)) handOver(now, id, event);
      else finish(now, id, planEvent(now.files, id, event, today));
    });
  } catch (error) {
    if (error instanceof UsageError) stop(error.message);
    stop(`没有写入：${diskReason(error)}再执行一次同样的命令。`);
  }
}

function optional(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A thing that happened before today is written down today. */
function dated(written: Readonly<Record<string, string>>, today: string): Record<string, string> {
  const day = dayNear(written.日期 ?? today, today);
  if (written.日期 !== undefined && day !== written.日期) warn(`日期：「${written.日期}」按 ${day} 记。`);
  return day < today ? { 记于: today, ...written, 日期: day } : { ...written, 日期: day };
}

function writtenOptions(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const written: Record<string, string> = {};
  for (const { label, type } of OPTIONS) {
    const value = optional(given[label]);
    if (value !== undefined) written[label] = plainly(type, value);
  }
  // 2021年9月24日 for the day that the records write 2021-09-24: a correction quotes a column of another event.
  const column = OPTIONS.find(({ label }) => label === written.栏目);
  for (const label of column ? ['原', '改为'] : [])
    if (column && written[label] !== undefined) written[label] = plainly(column.type, written[label]);
  return written;
}

/** The event in the order of the dictionary; what is missing is asked for when somebody sits there. */
async function complete(
  registry: Registry,
  project: string,
  name: string | undefined,
  written: Readonly<Record<string, string>>,
): Promise<RawMap> {
  const event = name === undefined ? undefined : eventNamed(name);
  if (!event && (name !== undefined || !canAsk())) {
    const said = name === undefined ? '没有写办哪一件事' : `没有「${name}」这个事项`;
    const instead = name === undefined ? undefined : insteadOf(name);
    if (instead !== undefined) stop(`${said}：${instead}。`);
    stop(`${said}；可以写：${EVENT_NAMES.join('、')}。`);
  }
  const values = canAsk()
    ? await askEvent(event, written, placesOf(registry, project))
    : { 事项: event ?? '', ...written };
  return inOrder(values.事项 as EventName, values);
}

/** What is plainly meant is put right, as `new` does: 2026.11.26 is a day, ３２０万元 an amount. */
function plainly(type: FieldType<unknown>, value: string): string {
  return readTyped(type, value).text;
}

/** Which events have a place now. */
function placesOf({ result, today }: Registry, id: string): ReturnType<typeof eventsByPlace> {
  const { route, filing } = findEntry({ result }, id);
  return eventsByPlace({ route, filing, records: result.records.get(id)?.events ?? [], today });
}

/** Takes the last event back that is not committed yet. */
async function undo({ root, today }: Registry, id: string): Promise<void> {
  const file = recordsFile(id);
  const committed = await committedFile(root, file);
  try {
    withLock(root, () => {
      const present = openRegistry(root, today).files.find((one) => one.file === file);
      if (!present) stop(`「${id}」还没有办理记录。`);
      const undone = undoLastEvent(file, present.bytes, committed);
      if ('why' in undone) stop(`没有收回：${undone.why}`, EXIT.findings);
      changeFiles(root, [undone.bytes.length === 0 ? { file } : { file, bytes: undone.bytes }]);
      say(`已收回 ${undone.date} 的「${undone.event}」。`);
    });
  } catch (error) {
    if (error instanceof UsageError) stop(error.message);
    stop(`没有收回：${diskReason(error)}再执行一次同样的命令。`);
  }
}

function inOrder(name: EventName, values: Readonly<Record<string, string>>): RawMap {
  const labels = eventFields(name).map(({ label }) => label);
  const strange = Object.keys(values).filter((label) => !labels.includes(label));
  const filled = [...labels, ...strange].flatMap((label): [string, string][] => {
    const value = values[label];
    return value === undefined ? [] : [[label, value]];
  });
  return Object.fromEntries(filled);
}

/** 移交 of a project that still lies in the folder of the unit that gives it away. */
function isHandOver(id: string, { 事项, 到 }: RawMap): boolean {
  return 事项 === '移交' && typeof 到 === 'string' && !id.startsWith(`${到}/`);
}

function handOver(registry: Registry, id: string, event: RawMap): void {
  const texts = Object.entries(event).map(([label, value]) => [label, String(value)]);
  const given = inOrder('移交', { 从: id.split('/')[0] ?? '', ...Object.fromEntries(texts) });
  const plan = planHandOver(registry.files, id, String(event.到), given, registry.today);
  const { root } = registry;
  refuseErrors(plan);
  changeFiles(root, [...plan.writes, ...plan.removes.map((file) => ({ file }))]);
  const also = plan.mentions.length === 0 ? '' : `另有 ${plan.mentions.length} 份文件里的旧编号一并改了。`;
  say(`已把 ${id} 移交为 ${plan.id}，办理记录和附件一起移了。${also}`);
}

function refuseErrors({ source, findings }: PlannedEvent): void {
  const lines = decode(source.bytes).text.split('\n');
  const blocked = findings.some(({ severity }) => severity === 'error');
  if (findings.length > 0) warn(prettyReport({ checked: 1, findings }, () => lines));
  if (blocked) stop('\n没有写入。改好以后再办一次。', EXIT.findings);
}

function finish({ root }: Registry, id: string, plan: PlannedEvent): void {
  const { source, result } = plan;
  refuseErrors(plan);
  replaceFile(join(root, source.file), source.bytes);
  const project = result.projects.find(({ entry }) => entry.id === id);
  const label = project ? standingOf(project.entry, result).label : '';
  say(`已记入 ${source.file}。现在：${label}。`);
}
