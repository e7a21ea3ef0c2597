import { annotate } from './annotate.ts';
import { LedgerError } from './grid.ts';
import { readBook } from './read-book.ts';
import type { Answers, Understood } from './reading.ts';
import { understand } from './understand.ts';

/** What a worker is asked: one ledger, with the answers known so far. */
export interface LedgerJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly answers: Answers;
  /** The ledger is wanted back with a word on every row. */
  readonly annotated?: boolean;
}

/** What a worker says: how far it is, then what it understood or why it could not. */
export type LedgerWord =
  | { readonly stage: string; readonly done: number }
  | { readonly understood: Understood; readonly annotated?: Uint8Array | undefined }
  | { readonly fault: string };

/** Reads and understands a ledger, telling how far it is. Faults of the file come back as words. */
export function readJob(
  { bytes, name, answers, annotated }: LedgerJob,
  say: (word: LedgerWord) => void,
): void {
  try {
    say({ stage: '读文件', done: 0.1 });
    const book = readBook(bytes, name);
    say({ stage: '认列、认行', done: 0.6 });
    const understood = understand(book, answers);
    say({ understood, annotated: annotated ? annotate(book, understood) : undefined });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    say({ fault: error.message });
  }
}
