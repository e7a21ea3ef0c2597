import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { unseenClass } from '../text/unseen.ts';
import { type ReadDocument, readDocumentFile } from './document-file.ts';
import { UsageError } from './usage-error.ts';

/** What ends a long answer: a line with this word alone, or Ctrl-D. */
export const DONE = '完';
/** Lines that come closer to each other than this were pasted, not typed, milliseconds. */
const PASTE_GAP = 120;
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

/** What was read of a file, with sentences on what of it was not; or why it was not read, as a sentence. */
export type FileAnswer = ReadDocument | { readonly fault: string };

const DOCUMENT = /\.(?:docx?|wps|pdf|xlsx?|et|ods|csv|txt|md)$/i;

/** The text of the file that was named instead of an answer; undefined when no file is meant. */
export async function textOfFile(given: string): Promise<FileAnswer | undefined> {
  const path = pathIn(given);
  if (path === '' || path.includes('\n') || path.length > 300 || !/[./\\]/.test(path)) return undefined;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile())
    return DOCUMENT.test(path)
      ? { fault: `没有找到文件「${path}」：核对路径，或者打开它，把文字复制过来粘贴。` }
      : undefined;
  try {
    const { text, unread } = await readDocumentFile(path);
    return { text: cleanLong(text), unread };
  } catch (error) {
    if (error instanceof UsageError)
      return { fault: error.message.replace(/还没有查。$/, '换一个文件，或者粘贴文字。') };
    throw error;
  }
}

/** As a terminal gives a file that was dropped on it: in quotes, with escaped blanks, or as an address. */
function pathIn(given: string): string {
  const bare = given.trim().replace(/^(['"])(.*)\1$/, '$2');
  if (bare.startsWith('file://')) return URL.canParse(bare) ? fileURLToPath(bare) : bare;
  return process.platform === 'win32' ? bare : bare.replace(/\\([ ()'&])/g, '$1');
}

/** 「收到 3 段 412 字，最后一行：……」 */
export function echoOf(text: string): string {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  const last = paragraphs.at(-1)?.trim() ?? '';
  const shown = last.length > 30 ? `…${last.slice(-30)}` : last;
  return `收到 ${paragraphs.length} 段 ${text.replace(/\s/g, '').length} 字，最后是：${shown}`;
}
