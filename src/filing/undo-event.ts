import { readRecords } from '../registry/read-records.ts';

/** The records without their last event, or a sentence why it stays. */
export type Undone =
  | { readonly bytes: Uint8Array; readonly event: string; readonly date: string }
  | { readonly why: string };

const TEXT = new TextDecoder('utf-8');
const UTF8 = new TextEncoder();

/**
 * Takes the last event back, as long as nobody else has it: `committed` is the file as the repository has it, and what
 * stands there stays. Afterwards only 更正 helps. Pure.
 */
export function undoLastEvent(file: string, present: Uint8Array, committed: Uint8Array): Undone {
  const now = readRecords(file, present).events;
  const last = now.at(-1);
  if (!last) return { why: '办理记录里没有能读出来的事项。' };
  if (now.length <= readRecords(file, committed).events.length)
    return { why: `最后一件「${last.event}」已经提交，收不回来了；记错的，记一件「更正」。` };
  if (last.event === '移交') return { why: '移交动了几份文件，这里收不回来；再办一次移交，移回原来的单位。' };
  const text = TEXT.decode(present);
  const lines = text.split('\n');
  const indent = /^( *)- /m.exec(text)?.[1] ?? '';
  const at = lines.findLastIndex((line) => line.startsWith(`${indent}- `));
  const kept = UTF8.encode(at <= 0 ? '' : `${lines.slice(0, at).join('\n')}\n`);
  const left = readRecords(file, kept).events;
  const same = JSON.stringify(left) === JSON.stringify(now.slice(0, -1));
  if (!same) return { why: '文件的写法特殊，取不准最后一件；用编辑器删去它。' };
  return { bytes: kept, event: last.event, date: last.date };
}
