import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { decodeForeign } from '../text/decode-foreign.ts';
import { unseenClass } from '../text/unseen.ts';

/** What ends a long answer: a line with this word alone, or Ctrl-D. */
export const DONE = '完';
/** Lines that come closer to each other than this were pasted, not typed, milliseconds. */
const PASTE_GAP = 120;
const MAX_FILE = 1024 * 1024;
/** No key that a terminal does not know, and nothing of a pasted text that nobody sees. */
const UNSEEN = new RegExp(`[${unseenClass('control', 'bidi', 'invisible', 'encoding')}]`, 'gu');

/** How a long answer ended. */
export type LongAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cancel' }
  /** Nothing was written: an empty line at once, or Ctrl-D at once. */
  | { readonly kind: 'nothing' };

/**
 * Reads several paragraphs from a terminal, blank lines included, until 「完」 or Ctrl-D. An empty first line ends it too,
 * unless more follows at once: then it is the beginning of a pasted text.
 */
export function readLong(input: Readable, output: Writable): Promise<LongAnswer> {
  return new Promise((resolve) => {
    const lines: string[] = [];
    let timer: NodeJS.Timeout | undefined;
    let ended = false;
    const reader = createInterface({
      input,
      output,
      terminal: true,
      historySize: 0,
      prompt: '│  ',
      tabSize: 2,
    });
    const end = (answer: LongAnswer): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      reader.close();
      resolve(answer);
    };
    const finish = (): void => {
      const text = cleanLong(lines.join('\n'));
      end(text === '' ? { kind: 'nothing' } : { kind: 'text', text });
    };
    reader.on('line', (line) => {
      clearTimeout(timer);
      if (line.trim() === DONE) return finish();
      lines.push(line);
      if (lines.length === 1 && line.trim() === '') timer = setTimeout(finish, PASTE_GAP);
      reader.prompt();
    });
    reader.on('SIGINT', () => end({ kind: 'cancel' }));
    // Ctrl-D.
    reader.on('close', finish);
    reader.prompt();
  });
}

/** The text without what nobody sees, without blank lines at its ends, at most one blank line between paragraphs. */
export function cleanLong(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '  ')
    .replace(UNSEEN, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The text of the file that was named instead of an answer; undefined when no such file is there, a fault when it cannot be read. */
export function textOfFile(
  given: string,
): { readonly text: string } | { readonly fault: string } | undefined {
  const path = given.trim().replace(/^(['"])(.*)\1$/, '$2');
  if (path === '' || path.includes('\n') || path.length > 300 || !/[./\\]/.test(path)) return undefined;
  try {
    const found = statSync(path);
    if (!found.isFile()) return undefined;
    if (found.size > MAX_FILE) return { fault: `${path} 太大，把要填的文字复制过来` };
    if (/\.(?:docx?|wps|pdf|xlsx?)$/i.test(path))
      return { fault: `${path} 不是文本文件；打开它，把文字复制过来，或者另存为 .txt 再写它的路径` };
    const read = decodeForeign(readFileSync(path));
    return 'fault' in read ? { fault: `${path} ${read.fault}` } : { text: cleanLong(read.text) };
  } catch {
    return undefined;
  }
}

/** 「收到 3 段 412 字，最后一行：……」 */
export function echoOf(text: string): string {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  const last = paragraphs.at(-1)?.trim() ?? '';
  const shown = last.length > 30 ? `…${last.slice(-30)}` : last;
  return `收到 ${paragraphs.length} 段 ${text.replace(/\s/g, '').length} 字，最后是：${shown}`;
}
