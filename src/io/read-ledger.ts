import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LedgerError } from '../ledger/grid.ts';
import { LIMITS } from '../ledger/limits.ts';
import { endingFault } from '../ledger/read-book.ts';
import { type Answers, NO_ANSWERS, type Understood } from '../ledger/reading.ts';
import type { LedgerJob, LedgerWord } from '../ledger/wire.ts';

/** Most memory that reading one ledger may take, in MB. */
const MEMORY = 700;
const TOO_MUCH = '这个台账读起来太大（时间或内存超过限度），没有读：分成几个文件，或删去空白的行列，再导入。';

/** Told as it goes on: what is being done, and how much of it is done, 0..1. */
export type Progress = (stage: string, done: number) => void;

/** The ledger with one more column that says of each row what was made of it, as a workbook. */
export async function readAnnotated(
  file: string,
  answers: Answers = NO_ANSWERS,
  progress?: Progress,
): Promise<Uint8Array> {
  const { annotated } = await readInWorker(file, { answers, annotated: true }, progress);
  return annotated ?? new Uint8Array();
}

/** Reads and understands a ledger in a worker with limits. Throws `LedgerError` with a message in plain words. */
export async function readLedger(
  file: string,
  answers: Answers = NO_ANSWERS,
  progress?: Progress,
): Promise<Understood> {
  const { understood } = await readInWorker(file, { answers }, progress);
  return understood;
}

async function readInWorker(
  file: string,
  job: Pick<LedgerJob, 'answers' | 'annotated'>,
  progress?: Progress,
): Promise<ReadWord> {
  const fault = endingFault(extname(file).toLowerCase());
  if (fault !== undefined) throw new LedgerError(fault);
  const bytes = await readBytes(file);
  const worker = new Worker(new URL('./ledger-worker.ts', import.meta.url), {
    workerData: { bytes, name: basename(file), ...job } satisfies LedgerJob,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    execArgv: [],
  });
  const timer = setTimeout(() => void worker.terminate(), LIMITS.seconds * 1_000);
  try {
    return await answerOf(worker, progress);
  } finally {
    progress?.('', 1);
    clearTimeout(timer);
    await worker.terminate();
  }
}

type ReadWord = Extract<LedgerWord, { readonly understood: Understood }>;

function answerOf(worker: Worker, progress?: Progress): Promise<ReadWord> {
  return new Promise((resolve, reject) => {
    worker.on('message', (word: LedgerWord) => {
      if ('understood' in word) resolve(word);
      else if ('fault' in word) reject(new LedgerError(word.fault));
      else progress?.(word.stage, word.done);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new LedgerError(TOO_MUCH) : error),
    );
    // After an answer this changes nothing.
    worker.on('exit', () => reject(new LedgerError(TOO_MUCH)));
  });
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.bytes) throw new LedgerError('台账文件超过 50 MB，分成几个文件再导入。');
    return await readFile(file);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new LedgerError(code === 'ENOENT' ? `没有这个文件：${file}` : `打不开这个文件：${file}（${code}）`);
  }
}
