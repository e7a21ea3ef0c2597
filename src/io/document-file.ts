import { type DocumentText, MAX_DOCUMENT, readDocument } from '../documents/read-document.ts';
import { diskReason } from './disk-reason.ts';
import { type Limited, runLimited } from './limited-worker.ts';
import { readLimited } from './private-files.ts';
import { UsageError } from './usage-error.ts';

const LIMITS = { megabytes: 512, seconds: 20 };
const ENDED = {
  time: `读了 ${LIMITS.seconds} 秒还没有读完，停下了`,
  memory: '太大，内存放不下，没有读',
  crash: '读的时候程序出错，没有读',
} as const;

/** What was read of a document, with sentences on what of it was not. */
export interface ReadDocument {
  readonly text: string;
  readonly unread: readonly string[];
}

/**
 * The text of a plan that lies on this machine, or comes from standard input (`-`). A library that reads office files
 * works on a thread that can be ended. Throws a UsageError that says why a document was not read: 「nothing found」
 * must never be said of one that nobody looked at.
 */
export async function readDocumentFile(path: string): Promise<ReadDocument> {
  const name = path === '-' ? '标准输入里的内容' : `「${path}」`;
  const read = await textOf(readBytes(path, name));
  if ('fault' in read) throw new UsageError(`${name}${read.fault}。还没有查。`);
  return read;
}

async function textOf(bytes: Uint8Array): Promise<DocumentText> {
  if (isShortText(bytes)) return readDocument(bytes);
  const outcome: Limited<DocumentText> = await runLimited(
    new URL('./document-worker.ts', import.meta.url),
    bytes,
    LIMITS,
  );
  return 'value' in outcome ? outcome.value : { fault: ENDED[outcome.ended] };
}

/** A sentence or a pasted plan needs no thread of its own. */
function isShortText(bytes: Uint8Array): boolean {
  return bytes.length <= 256 * 1024 && !bytes.includes(0) && bytes[0] !== 0x25;
}

function readBytes(path: string, name: string): Uint8Array {
  try {
    return new Uint8Array(readLimited(path, MAX_DOCUMENT));
  } catch (error) {
    if (error instanceof RangeError) return new Uint8Array(MAX_DOCUMENT + 1);
    throw new UsageError(`读不到 ${name}：${diskReason(error)}`);
  }
}
