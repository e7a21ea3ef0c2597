import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isEntryId } from '../form/entry-id.ts';
import { isKind, nameProblem, projectFile } from '../registry/paths.ts';
import { type ReadEntry, readEntry } from '../registry/read-entry.ts';
import type { RawMap } from '../text/raw.ts';
import { changeFiles, type FileChange } from './change-files.ts';
import { withLock } from './lock.ts';

/** An entry's file on disk, for the commands that change one field of it. */
export interface EntryFile {
  /** The registry folder. */
  readonly root: string;
  /** Address on disk. */
  readonly path: string;
  readonly text: string;
  readonly read: ReadEntry;
}

/** Either what was asked for, or a Chinese sentence why not. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The second outcome. */
export const refuse = (why: string): { ok: false; why: string } => ({ ok: false, why });

/** Opens an entry by its id (in the registry at `root`) or by its file (in whichever registry it lies). */
export function openEntry(root: string, given: string): Outcome<EntryFile> {
  const path = isEntryId(given) ? join(resolve(root), projectFile(given)) : resolve(given);
  const file = path.split(sep).slice(-3).join('/');
  if (!isKind('project', file))
    return refuse(`「${given}」不是项目的编号（单位代码/文件名），也不是项目文件。`);
  const misnamed = nameProblem(file);
  if (misnamed) return refuse(`${misnamed.message}${misnamed.fix}`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return refuse(`没有「${given}」这个项目：读不到 ${path}。`);
  }
  try {
    const value = {
      root: dirname(dirname(dirname(path))),
      path,
      text: UTF8.decode(bytes),
      read: readEntry(file, bytes),
    };
    return { ok: true, value };
  } catch {
    return refuse(`${file}：文件不是 UTF-8 编码，先另存为 UTF-8。`);
  }
}

/**
 * The text after an edit, provided that it changes this one field and nothing else, and that the field then reads
 * without a fault. `edited` undefined: the head could not be edited.
 */
export function judgeEdit(
  { read, text }: EntryFile,
  label: string,
  edited: string | undefined,
): Outcome<string> {
  const { file } = read.entry;
  const repair = `先执行 npm run -s registry -- check，改好表头的写法再试。`;
  if (edited === undefined) return refuse(`${file}：表头的写法读不准，没有改动。${repair}`);
  if (edited === text) return { ok: true, value: edited };
  const after = readEntry(file, new TextEncoder().encode(edited));
  const fault = after.problems.find(({ rule, path }) => path[0] === label && rule.startsWith('field-'));
  if (fault) return refuse(`${file}：${fault.message}`);
  const same =
    isDeepStrictEqual(without(read.parsed.head.raw, label), without(after.parsed.head.raw, label)) &&
    isDeepStrictEqual(words(read), words(after));
  return same ? { ok: true, value: edited } : refuse(`${file}：改动会影响别的栏目，没有改动。${repair}`);
}

/**
 * Writes an entry's new text, and with it files that belong to it, all or none. Refused when somebody changed the entry
 * since it was read: what they wrote would be lost. Throws what the disk throws.
 */
export function writeEntry(
  entry: EntryFile,
  text: string,
  besides: readonly FileChange[] = [],
): Outcome<undefined> {
  return withLock(entry.root, () => {
    const { file } = entry.read.entry;
    if (UTF8.decode(readFileSync(entry.path)) !== entry.text) {
      return refuse(`${file}：刚才有人改了这份文件，没有写入。再执行一次。`);
    }
    changeFiles(entry.root, [...besides, { file, bytes: new TextEncoder().encode(text) }]);
    return { ok: true, value: undefined };
  });
}

function without(head: RawMap, label: string): RawMap {
  return Object.fromEntries(Object.entries(head).filter(([key]) => key !== label));
}

function words({ parsed }: ReadEntry): readonly (readonly [string, string])[] {
  return parsed.sections.map(({ title, text }) => [title, text]);
}
