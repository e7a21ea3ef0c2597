import { check } from '../check.ts';
import { idOf, isKind, projectFile, recordsFile, sealedFile } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { problem } from '../rules/catalogue.ts';
import { setHeadField } from '../text/edit-head.ts';
import { type Finding, findingOf } from '../text/finding.ts';
import type { RawMap } from '../text/raw.ts';
import { type PlannedEvent, planEvent } from './record-event.ts';

/** What a 移交 would make of the registry: the project and all that belongs to it in another unit's folder. */
export interface HandOver extends PlannedEvent {
  /** The project's id in the new folder. */
  readonly id: string;
  /** Files to write, the records among them. */
  readonly writes: readonly SourceFile[];
  /** Files to remove when all is written. */
  readonly removes: readonly string[];
  /** Filings of others that named the old id, and name the new one now. */
  readonly mentions: readonly string[];
}

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder('utf-8');

/**
 * Moves a project with its records and sealed attachments to the unit that has taken it over, and records it. Pure:
 * nothing is written. A project that was led by the old unit is led by the new one.
 */
export function planHandOver(
  files: readonly SourceFile[],
  id: string,
  to: string,
  event: RawMap,
  today: string,
): HandOver {
  const next = `${to}/${id.split('/')[1] ?? ''}`;
  const own = files.filter(({ file }) => belongsTo(file, id));
  const led = check(files, { today, only: new Set(), similarity: { compare: '不查' } });
  const [oldUnit, newUnit] = [led.units.get(id.split('/')[0] ?? ''), led.units.get(to)];
  const moved = own.map((source): SourceFile => {
    const { blob: _blob, ...kept } = source;
    const bytes =
      source.file === projectFile(id) && newUnit && oldUnit
        ? withLead(source.bytes, [oldUnit.name, ...oldUnit.formerNames], newUnit)
        : source.bytes;
    return { ...kept, file: movedPath(source.file, id, next), bytes };
  });
  const others = files.filter((source) => !own.includes(source));
  const mentions = others.flatMap((source) => renamed(source, id, next));
  const after = [
    ...others.filter(({ file }) => !mentions.some((one) => one.file === file)),
    ...mentions,
    ...moved,
  ];
  const planned = planEvent(after, next, event, today);
  const refusals = [
    ...(newUnit ? [] : [`到：单位名录里没有代码「${to}」`]),
    ...(files.some(({ file }) => file === projectFile(next)) ? [`到：「${next}」已经有一个项目`] : []),
  ].map(
    (said): Finding =>
      findingOf(recordsFile(next), problem('record-event-valid', ['到'], said, { fix: FIX })),
  );
  return {
    ...planned,
    findings: [...refusals, ...planned.findings],
    id: next,
    writes: [...moved.filter(({ file }) => file !== planned.source.file), ...mentions, planned.source],
    removes: own.map(({ file }) => file),
    mentions: mentions.map(({ file }) => file),
  };
}

const FIX = '写接收单位在单位名录里的代码；名录里没有的，先加上。';

function belongsTo(file: string, id: string): boolean {
  return file === projectFile(id) || file === recordsFile(id) || idOf('sealed', file) === id;
}

function movedPath(file: string, id: string, next: string): string {
  if (file === projectFile(id)) return projectFile(next);
  if (file === recordsFile(id)) return recordsFile(next);
  return sealedFile(next, file.slice(file.lastIndexOf('/') + 1));
}

function withLead(
  bytes: Uint8Array,
  oldNames: readonly string[],
  { type, name }: { readonly type: string; readonly name: string },
): Uint8Array {
  const text = TEXT.decode(bytes);
  const led = /^牵头主体:\s*\n(?:[ \t]+.*\n)*?[ \t]+名称:[ \t]*(.+?)[ \t]*$/m
    .exec(text)?.[1]
    ?.replace(/^['"]|['"]$/g, '');
  if (led === undefined || !oldNames.includes(led)) return bytes;
  const edited = setHeadField(text, '牵头主体', { 类型: type, 名称: name });
  return edited === undefined ? bytes : UTF8.encode(edited);
}

/** A filing with the new id in place of the old; nothing when it does not name it. Records are never rewritten. */
function renamed(source: SourceFile, id: string, next: string): readonly SourceFile[] {
  if (!isKind('project', source.file)) return [];
  const text = TEXT.decode(source.bytes);
  if (!text.includes(id)) return [];
  const changed = text.replace(new RegExp(`(?<![a-z0-9/-])${id}(?![a-z0-9-])`, 'g'), next);
  if (changed === text) return [];
  const { blob: _blob, ...kept } = source;
  return [{ ...kept, bytes: UTF8.encode(changed) }];
}
